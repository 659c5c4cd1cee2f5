package io.rostrum.media.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes H.264 (Annex B access units) or VP8 frames to I420.
 *
 * <p>One in, one out by {@link #decode}; where pictures are shown in another order than they come,
 * by {@link #send} and {@link #receive}.
 */
public final class VideoDecoder implements AutoCloseable {
    /** ffmpeg reads that far behind the data (AV_INPUT_BUFFER_PADDING_SIZE). */
    private static final int PADDING = 64;

    private final AVCodecContext context;
    private final AVPacket packet;
    private final AVFrame frame;
    private @Nullable Picture picture;
    private long pts;
    private long malformed;
    private boolean closed;

    private VideoDecoder(String codec, int flags) {
        this(codec, flags, Integer.MAX_VALUE);
    }

    private VideoDecoder(String codec, int flags, long mostPixels) {
        context = Ffmpeg.decoder(codec);
        context.flags(context.flags() | flags);
        context.max_pixels(mostPixels);
        Ffmpeg.open(context);
        packet = avcodec.av_packet_alloc();
        frame = avutil.av_frame_alloc();
    }

    public static VideoDecoder h264() {
        return new VideoDecoder("h264", AV_CODEC_FLAG_LOW_DELAY);
    }

    /** Holds pictures back until those are there that are shown before them: B-frames. */
    public static VideoDecoder h264Reordering() {
        return new VideoDecoder("h264", 0);
    }

    public static VideoDecoder vp8() {
        return new VideoDecoder("vp8", AV_CODEC_FLAG_LOW_DELAY);
    }

    /** For single pictures of strangers: larger ones are refused before memory is taken. */
    public static VideoDecoder h264(long mostPixels) {
        return new VideoDecoder("h264", AV_CODEC_FLAG_LOW_DELAY, mostPixels);
    }

    /** The same for VP8. */
    public static VideoDecoder vp8(long mostPixels) {
        return new VideoDecoder("vp8", AV_CODEC_FLAG_LOW_DELAY, mostPixels);
    }

    /**
     * Decodes one coded picture.
     *
     * @return the picture, valid until the next call; null where this one gave none (malformed,
     *     before the first key frame, not 8-bit 4:2:0)
     */
    public @Nullable Picture decode(byte[] coded) {
        Picture decoded = send(coded, 0) ? receive() : null;
        if (decoded == null) {
            malformed++;
        }
        return decoded;
    }

    /**
     * Takes one coded picture; {@link #receive} gives those that are complete with it.
     *
     * @param newPts when it is shown
     * @return whether it could be read
     */
    public boolean send(byte[] coded, long newPts) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (coded.length == 0 || avcodec.av_new_packet(packet, coded.length + PADDING) < 0) {
            return false;
        }
        BytePointer data = packet.data();
        data.put(coded, 0, coded.length);
        data.position(coded.length).put(new byte[PADDING], 0, PADDING);
        packet.size(coded.length);
        packet.pts(newPts);
        int sent = avcodec.avcodec_send_packet(context, packet);
        avcodec.av_packet_unref(packet);
        return sent >= 0;
    }

    /** The next picture in the order in which they are shown; null: there is none yet. */
    public @Nullable Picture receive() {
        if (avcodec.avcodec_receive_frame(context, frame) < 0) {
            return null;
        }
        pts = frame.pts();
        Picture result = read();
        avutil.av_frame_unref(frame);
        return result;
    }

    /** When the picture is shown that {@link #receive} gave last, as it was sent with it. */
    public long pts() {
        return pts;
    }

    private @Nullable Picture read() {
        int format = frame.format();
        boolean known = format == AV_PIX_FMT_YUV420P || format == AV_PIX_FMT_YUVJ420P;
        int width = frame.width();
        int height = frame.height();
        if (!known || width > Picture.MAX_SIDE || height > Picture.MAX_SIDE) {
            return null;
        }
        Picture target = picture;
        if (target == null || target.width() != width || target.height() != height) {
            target = Picture.of(width, height);
            picture = target;
        }
        Ffmpeg.store(frame, target);
        return target;
    }

    /** Calls of {@link #decode} that gave no picture. */
    public long malformed() {
        return malformed;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            avcodec.av_packet_free(packet);
            avutil.av_frame_free(frame);
            avcodec.avcodec_free_context(context);
        }
    }
}

package io.rostrum.media.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** Makes JPEG still pictures (baseline, full range, 4:2:0), scaled to a width. */
public final class JpegEncoder implements AutoCloseable {
    private final Scaler scaler = new Scaler(AV_PIX_FMT_YUVJ420P);
    private final AVPacket packet = avcodec.av_packet_alloc();
    private @Nullable AVCodecContext context;
    private boolean closed;

    /**
     * Encodes one still picture.
     *
     * @param width of the result in pixels; its height keeps the proportions, both become even
     * @param quality 1 (smallest) to 100 (best)
     */
    public byte[] encode(Picture picture, int width, int quality) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("quality " + quality);
        }
        int evenWidth = Math.max(2, width & ~1);
        long height = Math.round((double) picture.height() * evenWidth / picture.width());
        int evenHeight = Math.clamp(height & ~1, 2, Picture.MAX_SIDE);
        AVFrame frame = scaler.scale(picture, evenWidth, evenHeight);
        AVCodecContext encoder = sized(evenWidth, evenHeight);
        // mjpeg's scale runs from 2 (best) to 31; lambda units as ffmpeg wants them.
        int step = 2 + (100 - quality) * 29 / 99;
        frame.quality(step * avutil.FF_QP2LAMBDA);
        frame.pts(frame.pts() < 0 ? 0 : frame.pts() + 1);
        Ffmpeg.check(avcodec.avcodec_send_frame(encoder, frame), "encode a still");
        Ffmpeg.check(avcodec.avcodec_receive_packet(encoder, packet), "encode a still");
        byte[] bytes = Ffmpeg.copy(packet.data(), packet.size());
        avcodec.av_packet_unref(packet);
        return bytes;
    }

    private AVCodecContext sized(int width, int height) {
        AVCodecContext current = context;
        if (current != null) {
            if (current.width() == width && current.height() == height) {
                return current;
            }
            context = null;
            avcodec.avcodec_free_context(current);
        }
        AVCodecContext fresh = Ffmpeg.encoder("mjpeg");
        fresh.width(width).height(height);
        fresh.pix_fmt(AV_PIX_FMT_YUVJ420P);
        fresh.color_range(avutil.AVCOL_RANGE_JPEG);
        fresh.time_base(Ffmpeg.rational(1, 1));
        fresh.flags(fresh.flags() | avcodec.AV_CODEC_FLAG_QSCALE);
        Ffmpeg.open(fresh);
        context = fresh;
        return fresh;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            scaler.close();
            avcodec.av_packet_free(packet);
            if (context != null) {
                avcodec.avcodec_free_context(context);
            }
        }
    }
}

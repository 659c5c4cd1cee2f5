package io.rostrum.media.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** A video encoder of ffmpeg that gives each picture back at once. */
final class FfmpegEncoder implements VideoEncoder {
    private final AVCodecContext context;
    private final AVFrame frame;
    private final AVPacket packet;
    private boolean closed;

    /** Common settings; the rest comes as options by name. */
    FfmpegEncoder(String codec, VideoSettings settings, int profile, String... options) {
        context = Ffmpeg.encoder(codec);
        context.width(settings.width()).height(settings.height());
        context.pix_fmt(avutil.AV_PIX_FMT_YUV420P);
        context.time_base(Ffmpeg.rational(1, 90_000));
        context.framerate(Ffmpeg.rational(settings.framesPerSecond(), 1));
        context.bit_rate(settings.bitRate());
        context.gop_size(settings.keyFrameInterval());
        context.max_b_frames(0);
        if (profile >= 0) {
            context.profile(profile);
        }
        Ffmpeg.open(context, options);
        frame = frame(settings);
        packet = avcodec.av_packet_alloc();
    }

    private AVFrame frame(VideoSettings settings) {
        try {
            return Ffmpeg.pictureFrame(settings.width(), settings.height());
        } catch (CodecException noMemory) {
            avcodec.avcodec_free_context(context);
            throw noMemory;
        }
    }

    @Override
    public @Nullable CodedPicture encode(Picture picture, long pts, boolean keyFrame) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (picture.width() != frame.width() || picture.height() != frame.height()) {
            throw new IllegalArgumentException(
                    "picture of " + picture.width() + "x" + picture.height());
        }
        Ffmpeg.load(picture, frame);
        frame.pts(pts);
        frame.pict_type(keyFrame ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        Ffmpeg.check(avcodec.avcodec_send_frame(context, frame), "encode a picture");
        int result = avcodec.avcodec_receive_packet(context, packet);
        if (result == Ffmpeg.AGAIN) {
            return null;
        }
        Ffmpeg.check(result, "encode a picture");
        byte[] bytes = Ffmpeg.copy(packet.data(), packet.size());
        CodedPicture coded =
                new CodedPicture(packet.pts(), (packet.flags() & AV_PKT_FLAG_KEY) != 0, bytes);
        avcodec.av_packet_unref(packet);
        return coded;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            avcodec.av_packet_free(packet);
            av_frame_free(frame);
            avcodec.avcodec_free_context(context);
        }
    }
}

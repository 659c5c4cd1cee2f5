package io.rostrum.media.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/** Scales I420 pictures bilinearly by swscale; fastest while the sizes stay the same. */
public final class Scaler implements AutoCloseable {
    private final int targetFormat;
    private @Nullable SwsContext context;
    private @Nullable AVFrame source;
    private @Nullable AVFrame target;

    public Scaler() {
        this(AV_PIX_FMT_YUV420P);
    }

    Scaler(int targetFormat) {
        this.targetFormat = targetFormat;
    }

    /** Fills all of {@code to} with {@code from}; the caller minds the proportions. */
    public void scale(Picture from, Picture to) {
        Ffmpeg.store(scale(from, to.width(), to.height()), to);
    }

    /** The scaled picture in ffmpeg's memory, valid until the next call. */
    AVFrame scale(Picture from, int width, int height) {
        AVFrame in = sized(source, from.width(), from.height(), AV_PIX_FMT_YUV420P);
        source = in;
        AVFrame out = sized(target, width, height, targetFormat);
        target = out;
        Ffmpeg.load(from, in);
        context =
                swscale.sws_getCachedContext(
                        context,
                        from.width(),
                        from.height(),
                        AV_PIX_FMT_YUV420P,
                        width,
                        height,
                        targetFormat,
                        SWS_BILINEAR,
                        null,
                        null,
                        (DoublePointer) null);
        if (context == null) {
            throw new CodecException("Cannot scale to " + width + "x" + height);
        }
        avutil.av_frame_make_writable(out);
        Ffmpeg.check(
                swscale.sws_scale(
                        context,
                        in.data(),
                        in.linesize(),
                        0,
                        from.height(),
                        out.data(),
                        out.linesize()),
                "scale");
        return out;
    }

    private static AVFrame sized(@Nullable AVFrame frame, int width, int height, int format) {
        if (frame != null && frame.width() == width && frame.height() == height) {
            return frame;
        }
        if (frame != null) {
            avutil.av_frame_free(frame);
        }
        return Ffmpeg.pictureFrame(width, height, format);
    }

    @Override
    public void close() {
        if (source != null) {
            avutil.av_frame_free(source);
            source = null;
        }
        if (target != null) {
            avutil.av_frame_free(target);
            target = null;
        }
        if (context != null) {
            swscale.sws_freeContext(context);
            context = null;
        }
    }
}

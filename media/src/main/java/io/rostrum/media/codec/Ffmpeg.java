package io.rostrum.media.codec;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * The few calls of ffmpeg that every codec here needs.
 *
 * <p>ffmpeg's own log would go to stderr line by line, so it is silenced: errors come back as
 * results. No callback of JavaCPP is used anywhere here (one that is collected aborts the JVM).
 */
final class Ffmpeg {
    static final int AGAIN;

    static {
        av_log_set_level(AV_LOG_QUIET); // first: it loads the library that the next line needs
        AGAIN = avutil.AVERROR_EAGAIN();
    }

    private Ffmpeg() {}

    static AVCodecContext encoder(String name) {
        return context(avcodec.avcodec_find_encoder_by_name(name), name);
    }

    static AVCodecContext decoder(String name) {
        return context(avcodec.avcodec_find_decoder_by_name(name), name);
    }

    private static AVCodecContext context(@Nullable AVCodec codec, String name) {
        if (codec == null) {
            throw new CodecException("The ffmpeg library of this build has no " + name);
        }
        AVCodecContext context = avcodec.avcodec_alloc_context3(codec);
        context.thread_count(1);
        return context;
    }

    /** Opens the context with options by name; frees it when that fails. */
    static void open(AVCodecContext context, String... options) {
        String what = context.codec().name().getString() + size(context); // gone once it failed
        AVDictionary dictionary = new AVDictionary(null);
        for (int i = 0; i < options.length; i += 2) {
            avutil.av_dict_set(dictionary, options[i], options[i + 1], 0);
        }
        int result = avcodec.avcodec_open2(context, context.codec(), dictionary);
        avutil.av_dict_free(dictionary);
        if (result < 0) {
            avcodec.avcodec_free_context(context);
            throw new CodecException("Cannot open " + what + ": " + words(result));
        }
    }

    private static String size(AVCodecContext context) {
        return context.width() == 0 ? "" : " for " + context.width() + "x" + context.height();
    }

    static AVRational rational(int numerator, int denominator) {
        return new AVRational().num(numerator).den(denominator);
    }

    static AVFrame pictureFrame(int width, int height, int format) {
        AVFrame frame = av_frame_alloc();
        frame.width(width).height(height).format(format);
        int result = av_frame_get_buffer(frame, 32);
        if (result < 0) {
            av_frame_free(frame);
            throw new CodecException("No memory for a picture: " + words(result));
        }
        return frame;
    }

    static AVFrame pictureFrame(int width, int height) {
        return pictureFrame(width, height, AV_PIX_FMT_YUV420P);
    }

    /** Copies the pixels into ffmpeg's memory; sizes must agree. */
    static void load(Picture picture, AVFrame frame) {
        avutil.av_frame_make_writable(frame);
        for (int plane = 0; plane < 3; plane++) {
            BytePointer data = frame.data(plane);
            int stride = frame.linesize(plane);
            int from = picture.at(plane);
            int width = picture.stride(plane);
            for (int row = 0; row < picture.rows(plane); row++) {
                data.position((long) row * stride).put(picture.bytes(), from + row * width, width);
            }
        }
    }

    /** Copies the pixels out of ffmpeg's memory; sizes must agree. */
    static void store(AVFrame frame, Picture picture) {
        for (int plane = 0; plane < 3; plane++) {
            BytePointer data = frame.data(plane);
            int stride = frame.linesize(plane);
            int at = picture.at(plane);
            int width = picture.stride(plane);
            for (int row = 0; row < picture.rows(plane); row++) {
                data.position((long) row * stride).get(picture.bytes(), at + row * width, width);
            }
        }
    }

    static byte[] copy(BytePointer data, int size) {
        byte[] bytes = new byte[size];
        data.position(0).get(bytes);
        return bytes;
    }

    static void check(int result, String what) {
        if (result < 0) {
            throw new CodecException(what + ": " + words(result));
        }
    }

    private static String words(int result) {
        byte[] text = new byte[avutil.AV_ERROR_MAX_STRING_SIZE];
        avutil.av_strerror(result, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}

package io.rostrum.media.codec;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.FloatPointer;

/**
 * AAC-LC at 48 kHz in stereo by ffmpeg: raw frames of 1024 samples without ADTS.
 *
 * <p>The encoder starts with {@link #priming()} samples of its own. Frame n therefore holds the
 * sound from sample {@code n * 1024 - priming()} of what was given to it, and that is its pts: the
 * first frame has a negative one. Whoever wants pts from 0 on drops that frame (a decoder then
 * needs one frame to swing in) or shifts all by the priming and says so in an edit list.
 */
public final class AacEncoder implements AutoCloseable {
    /** Samples per channel in one frame. */
    public static final int FRAME = 1024;

    public static final int SAMPLE_RATE = 48_000;
    public static final int CHANNELS = 2;

    /** Takes coded frames as they become ready. */
    @FunctionalInterface
    public interface Sink {
        /**
         * One raw AAC frame.
         *
         * @param pts samples since the first one given to the encoder; see {@link AacEncoder}
         */
        void onFrame(byte[] frame, long pts);
    }

    private final AVCodecContext context;
    private final AVFrame frame;
    private final AVPacket packet;
    private final float[][] gathered = new float[CHANNELS][FRAME];
    private int filled;
    private long given;
    private boolean closed;

    /**
     * @param bitRate bits per second for both channels together
     */
    public AacEncoder(int bitRate) {
        context = Ffmpeg.encoder("aac");
        context.sample_rate(SAMPLE_RATE);
        context.sample_fmt(avutil.AV_SAMPLE_FMT_FLTP);
        context.bit_rate(bitRate);
        context.time_base(Ffmpeg.rational(1, SAMPLE_RATE));
        avutil.av_channel_layout_default(context.ch_layout(), CHANNELS);
        context.profile(avcodec.AV_PROFILE_AAC_LOW);
        context.flags(context.flags() | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER);
        // faster, and nearer to what went in at a program's bit rate: docs/decisions/009
        Ffmpeg.open(context, "aac_coder", "fast");
        packet = avcodec.av_packet_alloc();
        frame = avutil.av_frame_alloc();
        frame.format(avutil.AV_SAMPLE_FMT_FLTP).nb_samples(FRAME).sample_rate(SAMPLE_RATE);
        avutil.av_channel_layout_default(frame.ch_layout(), CHANNELS);
        Ffmpeg.check(avutil.av_frame_get_buffer(frame, 0), "memory for AAC");
    }

    /** AudioSpecificConfig (ISO/IEC 14496-3 section 1.6.2.1), as the esds box wants it. */
    public byte[] audioSpecificConfig() {
        return Ffmpeg.copy(context.extradata(), context.extradata_size());
    }

    /** Samples per channel that the encoder puts before the first one given to it. */
    public int priming() {
        return context.initial_padding();
    }

    /**
     * Takes any number of samples and gives out whole frames.
     *
     * @param interleaved left, right, left, right
     * @param from index of the first float
     * @param samples per channel
     */
    public void encode(float[] interleaved, int from, int samples, Sink sink) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        for (int i = 0; i < samples; i++) {
            gathered[0][filled] = interleaved[from + 2 * i];
            gathered[1][filled] = interleaved[from + 2 * i + 1];
            if (++filled == FRAME) {
                filled = 0;
                encodeFrame(sink);
            }
        }
    }

    private void encodeFrame(Sink sink) {
        Ffmpeg.check(avutil.av_frame_make_writable(frame), "memory for AAC");
        for (int channel = 0; channel < CHANNELS; channel++) {
            new FloatPointer(frame.data(channel)).put(gathered[channel], 0, FRAME);
        }
        frame.pts(given);
        given += FRAME;
        Ffmpeg.check(avcodec.avcodec_send_frame(context, frame), "encode AAC");
        while (avcodec.avcodec_receive_packet(context, packet) >= 0) {
            byte[] bytes = Ffmpeg.copy(packet.data(), packet.size());
            long pts = packet.pts();
            avcodec.av_packet_unref(packet);
            sink.onFrame(bytes, pts);
        }
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

package io.rostrum.media.codec;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * One AAC-LC encoder of ffmpeg at 48 kHz: frames of 1024 samples in, raw frames out.
 *
 * <p>Frame n comes out when frame n + 1 goes in, and holds the sound from 1024 samples before frame
 * n on.
 */
final class AacCoder implements AutoCloseable {
    private final AVCodecContext context;
    private final AVPacket packet;
    private final AVFrame frame;
    private final int channels;
    private long given;

    private AacCoder(AVCodecContext context, int channels) {
        this.context = context;
        packet = avcodec.av_packet_alloc();
        frame = avutil.av_frame_alloc();
        frame.format(avutil.AV_SAMPLE_FMT_FLTP)
                .nb_samples(AacEncoder.FRAME)
                .sample_rate(AacEncoder.SAMPLE_RATE);
        avutil.av_channel_layout_default(frame.ch_layout(), channels);
        Ffmpeg.check(avutil.av_frame_get_buffer(frame, 0), "memory for AAC");
        this.channels = channels;
    }

    /** Two channels. */
    static AacCoder stereo(int bitRate) {
        return new AacCoder(open(bitRate, 2), 2);
    }

    /**
     * One channel, and nothing that {@link MonoAsPair} could not make a pair of: no noise in place
     * of bands (a pair would have it on the left only), no filter of its own, no words of the
     * library in between.
     */
    static AacCoder mono(int bitRate) {
        return new AacCoder(open(bitRate, 1, "aac_pns", "0", "aac_tns", "0"), 1);
    }

    private static AVCodecContext open(int bitRate, int channels, String... more) {
        AVCodecContext context = Ffmpeg.encoder("aac");
        context.sample_rate(AacEncoder.SAMPLE_RATE);
        context.sample_fmt(avutil.AV_SAMPLE_FMT_FLTP);
        context.bit_rate(bitRate);
        context.time_base(Ffmpeg.rational(1, AacEncoder.SAMPLE_RATE));
        avutil.av_channel_layout_default(context.ch_layout(), channels);
        context.profile(avcodec.AV_PROFILE_AAC_LOW);
        context.flags(
                context.flags()
                        | avcodec.AV_CODEC_FLAG_GLOBAL_HEADER
                        | avcodec.AV_CODEC_FLAG_BITEXACT);
        String[] options = new String[more.length + 2];
        System.arraycopy(more, 0, options, 0, more.length);
        // faster, and nearer to what went in at a program's bit rate: docs/decisions/009
        options[more.length] = "aac_coder";
        options[more.length + 1] = "fast";
        Ffmpeg.open(context, options);
        return context;
    }

    /**
     * @param sound 1024 samples of each channel
     * @return the frame before, coded; null for the first
     */
    byte @Nullable [] encode(float[]... sound) {
        Ffmpeg.check(avutil.av_frame_make_writable(frame), "memory for AAC");
        for (int channel = 0; channel < channels; channel++) {
            new FloatPointer(frame.data(channel)).put(sound[channel], 0, AacEncoder.FRAME);
        }
        frame.pts(given);
        given += AacEncoder.FRAME;
        Ffmpeg.check(avcodec.avcodec_send_frame(context, frame), "encode AAC");
        if (avcodec.avcodec_receive_packet(context, packet) < 0) {
            return null;
        }
        byte[] bytes = Ffmpeg.copy(packet.data(), packet.size());
        avcodec.av_packet_unref(packet);
        return bytes;
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avutil.av_frame_free(frame);
        avcodec.avcodec_free_context(context);
    }
}

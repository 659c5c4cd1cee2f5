package io.rostrum.media.codec;

import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;

/** Decodes raw AAC frames (without ADTS) into interleaved stereo. */
public final class AacDecoder implements AutoCloseable {
    /** ffmpeg reads that far behind the data (AV_INPUT_BUFFER_PADDING_SIZE). */
    private static final int PADDING = 64;

    private final AVCodecContext context;
    private final AVPacket packet;
    private final AVFrame frame;
    private boolean closed;

    /**
     * @param audioSpecificConfig ISO/IEC 14496-3 section 1.6.2.1
     */
    public AacDecoder(byte[] audioSpecificConfig) {
        context = Ffmpeg.decoder("aac");
        BytePointer extra =
                new BytePointer(avutil.av_mallocz(audioSpecificConfig.length + (long) PADDING));
        extra.put(audioSpecificConfig, 0, audioSpecificConfig.length);
        context.extradata(extra);
        context.extradata_size(audioSpecificConfig.length);
        Ffmpeg.open(context);
        packet = avcodec.av_packet_alloc();
        frame = avutil.av_frame_alloc();
    }

    /** Interleaved stereo of one frame; empty for a malformed one or one that is not stereo. */
    public float[] decode(byte[] coded) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (coded.length == 0 || avcodec.av_new_packet(packet, coded.length) < 0) {
            return new float[0];
        }
        packet.data().put(coded, 0, coded.length);
        int sent = avcodec.avcodec_send_packet(context, packet);
        avcodec.av_packet_unref(packet);
        if (sent < 0 || avcodec.avcodec_receive_frame(context, frame) < 0) {
            return new float[0];
        }
        float[] pcm = interleaved();
        avutil.av_frame_unref(frame);
        return pcm;
    }

    private float[] interleaved() {
        if (frame.ch_layout().nb_channels() != 2 || frame.format() != avutil.AV_SAMPLE_FMT_FLTP) {
            return new float[0];
        }
        int samples = frame.nb_samples();
        float[] plane = new float[samples];
        float[] pcm = new float[2 * samples];
        for (int channel = 0; channel < 2; channel++) {
            new FloatPointer(frame.data(channel)).get(plane);
            for (int i = 0; i < samples; i++) {
                pcm[2 * i + channel] = plane[i];
            }
        }
        return pcm;
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

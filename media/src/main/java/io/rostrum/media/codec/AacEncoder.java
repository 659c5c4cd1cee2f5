package io.rostrum.media.codec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * AAC-LC at 48 kHz in stereo by ffmpeg: raw frames of 1024 samples without ADTS.
 *
 * <p>The encoder starts with {@link #priming()} samples of its own. Frame n therefore holds the
 * sound from sample {@code n * 1024 - priming()} of what was given to it, and that is its pts: the
 * first frame has a negative one. Whoever wants pts from 0 on drops that frame (a decoder then
 * needs one frame to swing in) or shifts all by the priming and says so in an edit list.
 *
 * <p>What is the same on both sides is coded once and told as the middle of a pair ({@link
 * MonoAsPair}): half of the work for the same sound. The first frame in which the sides differ is
 * coded as stereo; who is alike again for a second goes back. The coder that takes over has heard
 * the frames before, so that its windows fit those of the other.
 */
public final class AacEncoder implements AutoCloseable {
    /** Samples per channel in one frame. */
    public static final int FRAME = 1024;

    public static final int SAMPLE_RATE = 48_000;
    public static final int CHANNELS = 2;

    /** ISO/IEC 14496-3 section 1.6.2.1: object type 2, frequency index 3, two channels. */
    private static final byte[] CONFIG = {0x11, (byte) 0x90};

    /** What a coder hears before its first frame is used: more than its windows look back. */
    private static final int PAST = 4;

    /** Frames that are alike before both sides are coded as one: a second. */
    private static final int ALIKE = 47;

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

    private final int bitRate;
    private final AacCoder mono;
    private @Nullable AacCoder stereo;

    /** The latest frames; the next one is gathered in the place of the oldest. */
    private final float[][][] frames = new float[PAST + 1][CHANNELS][FRAME];

    private float[][] gathered = frames[0];
    private int filled;
    private long given;
    private int alike;
    private boolean isMono = true;
    private boolean closed;

    /**
     * @param bitRate bits per second for both channels together
     */
    public AacEncoder(int bitRate) {
        this.bitRate = bitRate;
        // without the room that a pair takes to say that its sides are alike, and more exact
        mono = AacCoder.mono(bitRate - bitRate / 8);
    }

    /** AudioSpecificConfig (ISO/IEC 14496-3 section 1.6.2.1), as the esds box wants it. */
    public byte[] audioSpecificConfig() {
        return CONFIG.clone();
    }

    /** Samples per channel that the encoder puts before the first one given to it. */
    public int priming() {
        return FRAME;
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
                encodeFrame(sink);
            }
        }
    }

    private void encodeFrame(Sink sink) {
        boolean same = Arrays.equals(gathered[0], gathered[1]);
        alike = same ? alike + 1 : 0;
        boolean wanted = same && (isMono || alike > ALIKE);
        if (wanted != isMono) {
            isMono = wanted;
            hearThePast();
        }
        byte[] coded = code(gathered);
        if (coded != null && given > 0) {
            sink.onFrame(isMono ? MonoAsPair.of(coded) : coded, (given - 2) * FRAME);
        }
        given++;
        filled = 0;
        gathered = frames[(int) (given % frames.length)];
    }

    private void hearThePast() {
        for (int i = 1; i <= PAST; i++) {
            code(frames[(int) ((given + i) % frames.length)]);
        }
    }

    private byte @Nullable [] code(float[][] frame) {
        if (isMono) {
            return mono.encode(frame[0]);
        }
        AacCoder pair = stereo;
        if (pair == null) {
            pair = AacCoder.stereo(bitRate);
            stereo = pair;
        }
        return pair.encode(frame[0], frame[1]);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            mono.close();
            if (stereo != null) {
                stereo.close();
            }
        }
    }
}

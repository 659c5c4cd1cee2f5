package io.rostrum.media.audio;

import io.rostrum.media.codec.OpusEncoder;

/** One mix as a stream of Opus frames: its limiter, its encoder, its packet of this tick. */
final class MixStream implements AutoCloseable {
    private final OpusEncoder encoder;
    private final SoftLimiter limiter = new SoftLimiter();
    private final float[] pcm = new float[Pcm.TICK_FLOATS];
    private final byte[] packet = new byte[OpusEncoder.MAX_PACKET];
    private int length;
    private boolean independent;

    MixStream(OpusEncoder.Settings settings) {
        encoder = new OpusEncoder(settings);
    }

    /**
     * Begins where another stream is, so that its listeners do not hear the change: takes over the
     * limiter's gain, and lets the encoder hear (and forget to send) the last tick, because it
     * needs 6.5 ms of the past. The first frame sent is coded without prediction.
     *
     * @param previous the limited sound of the tick before
     */
    void begin(SoftLimiter other, float[] previous) {
        limiter.continueFrom(other);
        encoder.reset();
        encoder.independent(true);
        encoder.encode(previous, 0, Pcm.TICK, packet, 0);
        independent = true;
    }

    /** Somebody who heard another stream hears this one from the next frame on. */
    void welcome() {
        if (!independent) {
            independent = true;
            encoder.independent(true);
        }
    }

    /** Everything but one voice. */
    void mix(float[] sum, float[] without) {
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = sum[i] - without[i];
        }
        limiter.limit(pcm);
    }

    /** Everything. */
    void mix(float[] sum) {
        System.arraycopy(sum, 0, pcm, 0, pcm.length);
        limiter.limit(pcm);
    }

    void encode() {
        length = Math.max(0, encoder.encode(pcm, 0, Pcm.TICK, packet, 0));
        if (independent) {
            independent = false;
            encoder.independent(false);
        }
    }

    float[] pcm() {
        return pcm;
    }

    SoftLimiter limiter() {
        return limiter;
    }

    byte[] packet() {
        return packet;
    }

    int length() {
        return length;
    }

    @Override
    public void close() {
        encoder.close();
    }
}

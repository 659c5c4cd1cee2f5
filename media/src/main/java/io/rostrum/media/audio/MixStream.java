package io.rostrum.media.audio;

import io.rostrum.media.codec.OpusEncoder;

/** One mix as a stream of Opus frames: its limiter, its encoder, its packet of this tick. */
final class MixStream implements AutoCloseable {
    /** Ticks that are the same on both sides before they are coded as one: a second. */
    private static final int ALIKE = 50;

    private final OpusEncoder encoder;
    private final SoftLimiter limiter = new SoftLimiter();
    private final float[] pcm = new float[Pcm.TICK_FLOATS];
    private final byte[] packet = new byte[OpusEncoder.MAX_PACKET];
    private int length;
    private boolean independent;
    private int expectedLoss;
    private boolean mono;
    private int alike;

    MixStream(OpusEncoder.Settings settings) {
        encoder = new OpusEncoder(settings);
    }

    /**
     * Begins where another stream is, so that its listeners do not hear the change: takes over the
     * limiter's gain, and lets the encoder hear (and forget to send) the last ticks, because it
     * needs 6.5 ms of the past, and its pitch filter some more to stand where the other's does. The
     * first frame sent is coded without prediction.
     *
     * @param past the limited sound of the ticks before
     */
    void begin(SoftLimiter other, Past past) {
        limiter.continueFrom(other);
        encoder.reset();
        encoder.independent(true);
        code(past.isMono());
        past.forEach(tick -> encoder.encode(tick, 0, Pcm.TICK, packet, 0));
        independent = true;
    }

    /** Somebody who heard another stream hears this one from the next frame on. */
    void welcome() {
        if (!independent) {
            independent = true;
            encoder.independent(true);
        }
    }

    /** So much is lost on the way to those who listen; 0: nothing. */
    void expectLoss(int percent) {
        if (percent != expectedLoss) {
            expectedLoss = percent;
            encoder.expectLoss(percent);
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
        boolean same = Pcm.isMono(pcm);
        alike = same ? alike + 1 : 0;
        code(same && (mono || alike > ALIKE));
        length = Math.max(0, encoder.encode(pcm, 0, Pcm.TICK, packet, 0));
        if (independent) {
            independent = false;
            encoder.independent(false);
        }
    }

    /** Where everybody sends mono, one channel is coded; stereo from its first sample on. */
    private void code(boolean asMono) {
        if (asMono != mono) {
            mono = asMono;
            encoder.mono(asMono);
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

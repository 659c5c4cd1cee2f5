package io.rostrum.media.audio;

import java.util.Arrays;

/**
 * One participant's voice on its way into the mix: buffered, decoded while he speaks, faded.
 *
 * <p>Whether he speaks is told by the levels that come with his packets (RFC 6464), which are known
 * before the sound is due; so the decoder is warm when the first syllable comes. Who sends no
 * levels is decoded all the time and measured.
 */
final class Microphone implements Loudest.Voice, AutoCloseable {
    /** Louder than -60 dBov counts as speaking. */
    static final int SPEAKING = 60;

    /** Pauses between words are shorter than that. */
    private static final long HANGOVER_NANOS = 500_000_000;

    /** 10 ms. */
    private static final int FADE = 480;

    /** How fast a loud word is forgotten: 15 dB a second. */
    private static final float FORGOTTEN_IN_A_TICK = 0.3f;

    /** Between two words a voice is so much weaker, dB. */
    private static final int BREATH = 10;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final JitterBuffer buffer = new JitterBuffer();
    private final float[] pcm = new float[Pcm.TICK_FLOATS];
    private boolean muted;
    private boolean levelsCome;
    private int level = AudioLevel.SILENCE;
    private int ticksWithoutLevel;
    private long loudAt = NEVER;
    private boolean counted;
    private float loudness;
    private boolean wants;
    private boolean measured;
    private boolean admitted;
    private final Gain gain = new Gain();

    void push(
            int ssrc,
            int sequence,
            int timestamp,
            byte[] payload,
            int from,
            int length,
            int packetLevel,
            long nowNanos) {
        levelsCome = packetLevel >= 0;
        if (levelsCome) {
            hear(packetLevel, nowNanos);
        }
        buffer.push(ssrc, sequence, timestamp, payload, from, length, nowNanos);
    }

    private void hear(int newLevel, long nowNanos) {
        level = newLevel;
        ticksWithoutLevel = 0;
        if (newLevel < SPEAKING) {
            loudAt = nowNanos;
        }
    }

    /** What {@link Loudest} has to know before the tick: who sends no levels is measured for it. */
    void prepare(long nowNanos) {
        measured = !levelsCome && !muted;
        if (measured) {
            buffer.pull(nowNanos, true, pcm);
            hear(AudioLevel.of(pcm, 0, pcm.length), nowNanos);
        } else if (++ticksWithoutLevel > 10) {
            level = AudioLevel.SILENCE;
        }
        loudness = Math.max(AudioLevel.SILENCE - level, loudness - FORGOTTEN_IN_A_TICK);
        wants = !muted && speaking(nowNanos);
    }

    /**
     * Advances by one tick, behind {@link #prepare} and the choice.
     *
     * @return whether {@link #pcm()} holds something to add to the mix
     */
    boolean tick(long nowNanos) {
        boolean before = counted;
        if (!measured) {
            buffer.pull(nowNanos, before || !muted && admitted, pcm);
        }
        counted = !muted && admitted;
        if (counted != before) {
            fade(counted);
        }
        gain.apply(pcm);
        return counted || before;
    }

    private void fade(boolean in) {
        for (int i = 0; i < FADE; i++) {
            float gain = (float) i / FADE;
            pcm[2 * i] *= in ? gain : 1 - gain;
            pcm[2 * i + 1] *= in ? gain : 1 - gain;
        }
        if (!in) {
            Arrays.fill(pcm, 2 * FADE, pcm.length, 0);
        }
    }

    private boolean speaking(long nowNanos) {
        return nowNanos - loudAt < HANGOVER_NANOS;
    }

    @Override
    public boolean wants() {
        return wants;
    }

    @Override
    public float loudness() {
        return loudness;
    }

    @Override
    public boolean breathes() {
        return AudioLevel.SILENCE - level < loudness - BREATH;
    }

    @Override
    public boolean admitted() {
        return admitted;
    }

    @Override
    public void admit(boolean in) {
        admitted = in;
    }

    float[] pcm() {
        return pcm;
    }

    /** Muted by himself or by the host: whatever he sends is not mixed. */
    void mute(boolean on) {
        muted = on;
    }

    /** Who speaks, and how loud he is said to be, is told by how he comes. */
    void amplify(int decibels) {
        gain.set(decibels);
    }

    boolean counted() {
        return counted;
    }

    int level() {
        return muted ? AudioLevel.SILENCE : level;
    }

    JitterBuffer buffer() {
        return buffer;
    }

    @Override
    public void close() {
        buffer.close();
    }
}

package io.rostrum.media.audio;

import io.rostrum.media.codec.OpusDecoder;
import io.rostrum.media.codec.OpusEncoder;
import io.rostrum.media.codec.OpusPacket;
import io.rostrum.media.codec.Tones;
import java.util.Arrays;

/** A participant of a test: real Opus both ways, no network. */
final class Person implements AutoCloseable {
    final double frequency;
    final Mixer.Participant seat;
    double amplitude = 0.2;
    boolean sendsLevels = true;
    boolean silent;
    int frames;

    /** Frames that carried FEC for the one before (RFC 6716 section 4.2.4). */
    int copies;

    private final OpusEncoder encoder;
    private final OpusDecoder decoder = new OpusDecoder(2);
    private final byte[] packet = new byte[OpusEncoder.MAX_PACKET];
    private final int ssrc;
    private int sequence = 65_500;
    private int timestamp = -20_000;
    private long sample;
    private float loudness;
    private float[] heard = new float[0];
    private int heardSamples;
    private int lastTimestamp = -1;

    Person(Mixer mixer, int ssrc, double frequency) {
        this.ssrc = ssrc;
        this.frequency = frequency;
        encoder = new OpusEncoder(OpusEncoder.Settings.music(1, 64_000));
        seat = mixer.join(this::onFrame);
    }

    void speak(long nowNanos) {
        float[] pcm = new float[Pcm.TICK];
        Tones.add(pcm, 1, frequency, amplitude, sample);
        swell(pcm);
        sample += Pcm.TICK;
        int length = encoder.encode(pcm, 0, Pcm.TICK, packet, 0);
        int level = sendsLevels ? AudioLevel.of(pcm, 0, pcm.length) : Mixer.NO_LEVEL;
        seat.onPacket(ssrc, sequence, timestamp, packet, 0, length, level, nowNanos);
        sequence = sequence + 1 & 0xFFFF;
        timestamp += Pcm.TICK;
    }

    /** Starts and stops as a voice does, so that a click is never the source's own. */
    private void swell(float[] pcm) {
        float target = silent ? 0 : 1;
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] *= loudness + (target - loudness) * i / pcm.length;
        }
        loudness = target;
    }

    private void onFrame(byte[] opus, int length, int mixTimestamp) {
        if (frames++ > 0 && mixTimestamp != lastTimestamp + Pcm.TICK) {
            throw new AssertionError("timestamp " + mixTimestamp + " after " + lastTimestamp);
        }
        lastTimestamp = mixTimestamp;
        copies += OpusPacket.carriesPrevious(opus, 0, length) ? 1 : 0;
        if (heard.length < 2 * (heardSamples + OpusDecoder.MAX_SAMPLES)) {
            heard = Arrays.copyOf(heard, 2 * heard.length + 4 * OpusDecoder.MAX_SAMPLES);
        }
        int samples = decoder.decode(opus, 0, length, heard, 2 * heardSamples);
        if (samples != Pcm.TICK) {
            throw new AssertionError("decoded " + samples);
        }
        heardSamples += samples;
    }

    /** Left channel of all that was heard so far. */
    float[] heard() {
        return Tones.left(Arrays.copyOf(heard, 2 * heardSamples));
    }

    /** Loudness of a tone in the last half second, in dB of full scale. */
    double hears(double tone) {
        float[] mono = heard();
        return Tones.decibels(Tones.amplitude(mono, mono.length - 24_000, 24_000, tone));
    }

    void forget() {
        heardSamples = 0;
    }

    @Override
    public void close() {
        encoder.close();
        decoder.close();
    }
}

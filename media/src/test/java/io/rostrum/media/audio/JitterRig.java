package io.rostrum.media.audio;

import io.rostrum.media.codec.OpusEncoder;
import io.rostrum.media.codec.Tones;
import io.rostrum.media.codec.Voice;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntToLongFunction;

/** A sender, a network that a test describes, and a jitter buffer, in invented time. */
final class JitterRig implements AutoCloseable {
    static final long LOST = -1;
    static final long MILLI = 1_000_000;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Arrival(long at, int index, byte[] payload) {}

    final JitterBuffer buffer = new JitterBuffer();
    final JitterCounters counters = buffer.counters();
    final float[] frame = new float[Pcm.TICK_FLOATS];
    IntToLongFunction network = index -> 5 * MILLI;
    byte[][] sound;
    int ssrc = 1;
    int firstSequence = 65_000;
    int firstTimestamp = Integer.MAX_VALUE - 100_000;
    double ppm;
    boolean decode = true;
    double worstDelay;
    float[] heard = new float[0];
    int ticks;

    /** Packets from here on do not exist: the sender is silent. */
    int silentFrom = Integer.MAX_VALUE;

    int silentTo = Integer.MAX_VALUE;

    private final PriorityQueue<Arrival> wire =
            new PriorityQueue<>(
                    Comparator.comparingLong(Arrival::at).thenComparingInt(Arrival::index));
    private final long start = 5_000_000_000L;
    private long now = start + 7 * MILLI;
    private int sent;
    private int skippedSequences;
    private boolean keeps;

    JitterRig(byte[][] sound) {
        this.sound = sound;
    }

    static byte[][] voice(int expectedLoss) {
        byte[][] packets = new byte[300][];
        OpusEncoder.Settings settings =
                new OpusEncoder.Settings(
                        1, 40_000, 5, OpusEncoder.Signal.VOICE, true, expectedLoss, false);
        try (OpusEncoder encoder = new OpusEncoder(settings)) {
            for (int i = 0; i < packets.length; i++) {
                packets[i] = encoded(encoder, Voice.frame(i));
            }
        }
        return packets;
    }

    /** A tone that repeats without a seam after so many packets. */
    static byte[][] tone(double frequency) {
        byte[][] packets = new byte[150][];
        try (OpusEncoder encoder = new OpusEncoder(OpusEncoder.Settings.music(1, 96_000))) {
            for (int i = -20; i < packets.length; i++) {
                float[] pcm = new float[Pcm.TICK];
                Tones.add(pcm, 1, frequency, 0.3, (long) i * Pcm.TICK);
                byte[] packet = encoded(encoder, pcm);
                if (i >= 0) {
                    packets[i] = packet;
                }
            }
        }
        return packets;
    }

    private static byte[] encoded(OpusEncoder encoder, float[] pcm) {
        byte[] packet = new byte[OpusEncoder.MAX_PACKET];
        return Arrays.copyOf(packet, encoder.encode(pcm, 0, Pcm.TICK, packet, 0));
    }

    JitterRig keep() {
        keeps = true;
        return this;
    }

    void run(double seconds) {
        int count = (int) Math.round(seconds * 50);
        worstDelay = 0;
        if (keeps) {
            heard = Arrays.copyOf(heard, (ticks + count) * Pcm.TICK);
        }
        for (int i = 0; i < count; i++) {
            tick();
        }
    }

    private void tick() {
        send();
        while (!wire.isEmpty() && wire.peek().at <= now) {
            Arrival arrival = wire.poll();
            push(arrival.index, arrival.payload, arrival.at);
        }
        buffer.pull(now, decode, frame);
        worstDelay = Math.max(worstDelay, buffer.delayMillis());
        if (keeps) {
            System.arraycopy(Tones.left(frame), 0, heard, ticks * Pcm.TICK, Pcm.TICK);
        }
        ticks++;
        now += Pcm.TICK_NANOS;
    }

    private void send() {
        long interval = Math.round(Pcm.TICK_NANOS / (1 + ppm / 1e6));
        while (start + sent * interval <= now) {
            long at = start + sent * interval;
            if (sent >= silentFrom && sent < silentTo) {
                skippedSequences++;
            } else {
                long delay = network.applyAsLong(sent);
                if (delay >= 0) {
                    wire.add(new Arrival(at + delay, sent, sound[sent % sound.length]));
                }
            }
            sent++;
        }
    }

    private void push(int index, byte[] payload, long at) {
        int skipped = index >= silentFrom ? skippedSequences : 0;
        buffer.push(
                ssrc,
                firstSequence + index - skipped & 0xFFFF,
                firstTimestamp + index * Pcm.TICK,
                payload,
                0,
                payload.length,
                at);
    }

    int sent() {
        return sent;
    }

    long now() {
        return now;
    }

    @Override
    public void close() {
        buffer.close();
    }
}

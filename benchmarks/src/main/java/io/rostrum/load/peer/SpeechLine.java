package io.rostrum.load.peer;

import io.rostrum.load.scene.Microphone;
import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.codec.OpusEncoder;
import io.rostrum.media.packet.Extension;
import io.rostrum.media.packet.ExtensionBlock;
import io.rostrum.media.rtp.SendStream;
import io.rostrum.media.time.NtpTime;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Sends what the microphone records, 20 ms at a time, on the beat of the wall clock. */
final class SpeechLine implements AutoCloseable {
    private static final int SILENCE = 127;

    /** Frames that a stalled loop may send at once; older ones are gone. */
    private static final int MOST_LATE = 10;

    private final Microphone microphone;
    private final SendStream stream;
    private final OpusEncoder encoder = new OpusEncoder(OpusEncoder.Settings.voice(1));
    private final ExtensionBlock extensions = new ExtensionBlock();
    private final float[] samples = new float[Microphone.FRAME];
    private final byte[] coded = new byte[OpusEncoder.MAX_PACKET];
    private long next;

    SpeechLine(Microphone microphone, SendStream stream) {
        this.microphone = microphone;
        this.stream = stream;
    }

    /** Sends every frame whose last sample has been. */
    void tick(long nowNanos) {
        long ended = sampleAt(Clock.wallAt(nowNanos)) / Microphone.FRAME;
        next = Math.max(next, ended - MOST_LATE);
        for (; next < ended; next++) {
            send(next * Microphone.FRAME, nowNanos);
        }
    }

    private static long sampleAt(long wallNanos) {
        return wallNanos / 1_000_000_000 * Microphone.RATE
                + wallNanos % 1_000_000_000 * Microphone.RATE / 1_000_000_000;
    }

    private static long wallOf(long sample) {
        long seconds = sample / Microphone.RATE;
        return seconds * 1_000_000_000L
                + sample % Microphone.RATE * 1_000_000_000L / Microphone.RATE;
    }

    private void send(long sample, long nowNanos) {
        microphone.record(samples, sample);
        int length = encoder.encode(samples, 0, samples.length, coded, 0);
        if (length <= 0) {
            return;
        }
        int timestamp = (int) sample;
        Buffer packet = stream.packet(Lines.OPUS, timestamp, false, coded, 0, length);
        int level = level(samples);
        extensions
                .clear()
                .add(Lines.AUDIO_LEVEL_ID, Extension.audioLevel(level, level < 60))
                .add(Lines.MID_ID, Lines.AUDIO_MID.getBytes(StandardCharsets.UTF_8))
                .reserve(Lines.TRANSPORT_SEQUENCE_ID, 2)
                .writeTo(packet);
        stream.synchronise(NtpTime.ofEpochNanos(wallOf(sample)), timestamp);
        stream.send(packet, nowNanos);
    }

    /** -dBov of RFC 6464. */
    private static int level(float[] samples) {
        double power = 0;
        for (float sample : samples) {
            power += (double) sample * sample;
        }
        double decibel = 10 * Math.log10(power / samples.length + 1e-13);
        return Math.clamp(Math.round(-decibel), 0, SILENCE);
    }

    /** Says nothing more. */
    @Override
    public void close() {
        Arrays.fill(samples, 0);
        encoder.close();
        stream.close();
    }
}

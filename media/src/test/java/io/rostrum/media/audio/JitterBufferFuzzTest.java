package io.rostrum.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JitterBufferFuzzTest {
    @Test
    void anySequenceOfPacketsIsSurvived() {
        fuzz(50_000, false);
        fuzz(5_000, true);
    }

    @Test
    @Tag("slow")
    void aMillionPacketsAreSurvived() {
        fuzz(1_000_000, false);
        fuzz(150_000, true);
    }

    private static void fuzz(int inputs, boolean decode) {
        Random random = new Random(11);
        byte[][] sound = JitterRig.voice(20);
        float[] frame = new float[Pcm.TICK_FLOATS];
        long now = 1_000_000_000L;
        int sequence = 0;
        int timestamp = 0;
        try (JitterBuffer buffer = new JitterBuffer()) {
            for (int i = 0; i < inputs; i++) {
                sequence += leap(random, 3);
                timestamp += 960 + (random.nextInt(20) == 0 ? leap(random, 5000) : 0);
                byte[] packet = sound[i % sound.length];
                int length = packet.length;
                if (random.nextInt(10) == 0) {
                    packet = new byte[random.nextInt(300)];
                    random.nextBytes(packet);
                    length = packet.length;
                }
                int ssrc = random.nextInt(500) == 0 ? random.nextInt(3) : 1;
                buffer.push(ssrc, sequence & 0xFFFF, timestamp, packet, 0, length, now);
                now += random.nextInt(100) == 0 ? random.nextLong(3_000_000_000L) : 0;
                if (random.nextInt(3) > 0) {
                    buffer.pull(now, decode && random.nextInt(50) > 0, frame);
                    assertThat(frame[random.nextInt(frame.length)]).isFinite();
                    now += Pcm.TICK_NANOS;
                }
            }
            JitterCounters counters = buffer.counters();
            assertThat(counters.received() + counters.malformed()).isEqualTo(inputs);
            assertThat(counters.restarts()).isPositive();
            assertThat(counters.normalTicks()).isGreaterThan(inputs / 20);
        }
    }

    private static int leap(Random random, int usual) {
        return switch (random.nextInt(40)) {
            case 0 -> random.nextInt();
            case 1 -> -random.nextInt(80);
            case 2 -> random.nextInt(80);
            default -> 1 + random.nextInt(usual) / 2;
        };
    }
}

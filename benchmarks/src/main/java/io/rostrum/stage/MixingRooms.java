package io.rostrum.stage;

import io.rostrum.media.audio.Mixer;
import io.rostrum.media.audio.Pcm;
import io.rostrum.media.codec.OpusEncoder;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** 20 ms of a room of a hundred, of whom some speak: decode, mix, encode. */
public class MixingRooms extends Stage {
    private static final int PEOPLE = 100;

    /** RFC 6464: -20 dBov. */
    private static final int LOUD = 20;

    @Param({"0", "1", "3", "10", "30", "100"})
    public int speakers;

    private final Mixer mixer = new Mixer();
    private final List<Mixer.Participant> people = new ArrayList<>();
    private final byte[] packet = new byte[OpusEncoder.MAX_PACKET];
    private int length;
    private int sequence;
    private long now;
    private long sent;

    @Setup
    public void enter() {
        for (int i = 0; i < PEOPLE; i++) {
            people.add(mixer.join((opus, bytes, timestamp) -> sent += bytes));
        }
        float[] tone = new float[Pcm.TICK_FLOATS];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) (0.1 * Math.sin(i * 0.0288));
        }
        try (OpusEncoder encoder = new OpusEncoder(OpusEncoder.Settings.voice(Pcm.CHANNELS))) {
            length = encoder.encode(tone, 0, tone.length / Pcm.CHANNELS, packet, 0);
        }
    }

    @Benchmark
    public long tick() {
        sequence++;
        for (int i = 0; i < speakers; i++) {
            people.get(i)
                    .onPacket(
                            i + 1, sequence & 0xFFFF, sequence * 960, packet, 0, length, LOUD, now);
        }
        now += Pcm.TICK_NANOS;
        mixer.tick(now);
        return sent;
    }

    @TearDown
    public void leave() {
        mixer.close();
    }
}

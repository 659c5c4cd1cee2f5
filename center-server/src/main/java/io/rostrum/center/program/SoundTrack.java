package io.rostrum.center.program;

import io.rostrum.protocol.cmaf.Sample;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The program mix as AAC and Opus on the time line of the pictures, without a hole.
 *
 * <p>Ticks that are missing become silence; ticks that were replaced by silence come too late and
 * are dropped. Confined to the thread that made the encoders.
 */
final class SoundTrack {
    /** Samples per channel of one tick, 20 ms. */
    static final int TICK = 960;

    private static final int RATE = 48_000;
    private static final int CHANNELS = 2;

    /** Ticks that wait for the time line to begin: one second. */
    private static final int EARLY = 50;

    /** A tick that is off by less is taken as the next one: 30 ms. */
    private static final long TOLERANCE = 1440;

    /** Behind the clock by more than that, silence takes over: 400 ms. */
    private static final long LATEST = 19_200;

    /** A whole tick of sound in, coded frames out; the seam at which the tests listen. */
    interface Encoder extends AutoCloseable {
        /** Encodes the next 20 ms, interleaved stereo. */
        void encode(float[] pcm, Consumer<Sample> out);

        @Override
        void close();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Tick(long timeNanos, float[] pcm) {}

    private final Encoder encoder;
    private final Consumer<Sample> out;
    private final ArrayDeque<Tick> early = new ArrayDeque<>();
    private final float[] gathered = new float[TICK * CHANNELS];
    private int filled;
    private long position;
    private @Nullable Long originNanos;
    private long silence;
    private long dropped;

    SoundTrack(Encoder encoder, Consumer<Sample> out) {
        this.encoder = encoder;
        this.out = out;
    }

    /** That server time is 0. */
    void open(long origin) {
        originNanos = origin;
        early.forEach(tick -> place(tick, origin));
        early.clear();
    }

    /**
     * The next 20 ms of the mix.
     *
     * @param timeNanos server time of its first sample
     * @param pcm interleaved stereo
     */
    void onTick(long timeNanos, float[] pcm) {
        Tick tick = new Tick(timeNanos, pcm);
        if (originNanos != null) {
            place(tick, originNanos);
        } else {
            early.addLast(tick);
            if (early.size() > EARLY) {
                early.removeFirst();
            }
        }
    }

    private void place(Tick tick, long origin) {
        long at = samples(tick.timeNanos - origin);
        if (at - position > TOLERANCE || position == 0 && at > 0) {
            fill(at - position);
        }
        int skip = at < 0 && position == 0 ? (int) Math.min(-at, TICK) : 0;
        if (skip == TICK || position > 0 && position - at > TOLERANCE) {
            dropped++;
        } else {
            append(tick.pcm, skip, TICK - skip);
        }
    }

    /** Fills with silence what the mixer owes for too long. */
    void tick(long nowNanos) {
        if (originNanos != null) {
            long owed = samples(nowNanos - originNanos) - position;
            if (owed > LATEST) {
                fill(owed - LATEST / 2);
            }
        }
    }

    private void fill(long samples) {
        silence += samples;
        float[] quiet = new float[TICK * CHANNELS];
        for (long left = samples; left > 0; left -= TICK) {
            append(quiet, 0, (int) Math.min(left, TICK));
        }
    }

    private void append(float[] pcm, int from, int count) {
        position += count;
        int at = from;
        int left = count;
        while (left > 0) {
            int now = Math.min(left, TICK - filled);
            System.arraycopy(pcm, at * CHANNELS, gathered, filled * CHANNELS, now * CHANNELS);
            at += now;
            left -= now;
            filled += now;
            if (filled == TICK) {
                filled = 0;
                encoder.encode(gathered, out);
            }
        }
    }

    private static long samples(long nanos) {
        return Math.floorDiv(nanos * (RATE / 1000) + 500_000, 1_000_000L);
    }

    /** Samples that were made up. */
    long silence() {
        return silence;
    }

    /** Ticks that came too late or too early. */
    long dropped() {
        return dropped;
    }
}

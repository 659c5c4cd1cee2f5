package io.rostrum.center.program;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.cmaf.Track;
import io.rostrum.protocol.feed.FeedTracks;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The program mix as AAC and Opus on the time line of the pictures, without a hole.
 *
 * <p>AAC is encoded here; Opus comes from the mixer, which codes the same sound for the room. Both
 * are moved back by what their encoders put before the sound. Ticks that are missing become
 * silence; ticks that were replaced by silence come too late and are dropped. Confined to the
 * program's thread.
 */
final class SoundTrack {
    /** Samples per channel of one tick, 20 ms. */
    static final int TICK = 960;

    private static final int CHANNELS = 2;
    private static final int PER_MS = 48;

    /** RFC 6716 section 3.1: CELT, full band, 20 ms, stereo; two bytes that code silence. */
    private static final byte[] OPUS_SILENCE = {(byte) 0xFC, (byte) 0xFF, (byte) 0xFE};

    /** Ticks that wait for the time line to begin: one second. */
    private static final int EARLY = 50;

    /**
     * A tick that is off by less is taken as the next one; the mixer's rhythm is off by nothing.
     */
    private static final long TOLERANCE = TICK / 2;

    /** Behind the clock by more than that, silence takes over. */
    private static final long LATEST = 400 * PER_MS;

    /** Sound in, raw AAC frames with their times out; the seam at which the tests listen. */
    interface Aac {
        /**
         * @param from of the first sample, counted per channel
         * @param count samples per channel
         */
        void encode(float[] stereo, int from, int count, Consumer<Sample> out);
    }

    /**
     * 20 ms of the mix.
     *
     * @param timeNanos server time of the first sample
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Tick(long timeNanos, float[] stereo, byte[] opus) {}

    private final Aac aac;
    private final Consumer<Sample> out;
    private final ArrayDeque<Tick> early = new ArrayDeque<>();
    private final float[] quiet = new float[TICK * CHANNELS];
    private final long from;
    private long position;
    private @Nullable Long originNanos;
    private long silence;
    private long dropped;

    /**
     * @param from where the first sample belongs, in 1/48000 s
     */
    SoundTrack(Aac aac, Consumer<Sample> out, long from) {
        this.aac = aac;
        this.out = out;
        this.from = from;
        position = from;
    }

    /** That server time is 0. */
    void open(long origin) {
        originNanos = origin;
        early.forEach(tick -> place(tick, origin));
        early.clear();
    }

    void onTick(Tick tick) {
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
        boolean first = position == from;
        if (at - position > TOLERANCE || first && at > from) {
            fill(at - position);
        }
        int skip = first && at < from ? (int) Math.min(from - at, TICK) : 0;
        if (skip == TICK || !first && position - at > TOLERANCE) {
            dropped++;
            return;
        }
        opus(position - skip, TICK, tick.opus);
        append(tick.stereo, skip, TICK - skip);
    }

    /**
     * Fills with silence what the mixer owes for too long: whole ticks, so that those to come are
     * where they belong.
     */
    void tick(long nowNanos) {
        if (originNanos != null) {
            long owed = samples(nowNanos - originNanos) - position;
            if (owed > LATEST) {
                fill((owed - LATEST / 2) / TICK * TICK);
            }
        }
    }

    private void fill(long samples) {
        silence += samples;
        for (long left = samples; left > 0; ) {
            int whole = (int) Math.min(left, TICK);
            int count = left < 2 * TICK ? (int) left : whole; // the last one lasts a bit longer
            opus(position, count, OPUS_SILENCE);
            append(quiet, 0, whole);
            append(quiet, 0, count - whole);
            left -= count;
        }
    }

    private void append(float[] stereo, int from, int count) {
        position += count;
        aac.encode(stereo, from, count, out);
    }

    private void opus(long begin, int duration, byte[] packet) {
        long time = begin - Track.Opus.LOOKAHEAD;
        if (time >= 0) {
            out.accept(new Sample(FeedTracks.OPUS, time, duration, true, packet));
        }
    }

    private static long samples(long nanos) {
        return Math.floorDiv(nanos * PER_MS + 500_000, 1_000_000L);
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

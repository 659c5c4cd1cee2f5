package io.rostrum.streaming.ingest;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.cmaf.Track;
import io.rostrum.protocol.feed.FeedTracks;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The latest time of each track, so that times never go back, nor on faster than the clock.
 * Confined to one thread.
 */
final class FeedTimes {
    /**
     * A feed fills every hole, with a picture each second at least. More is a leap, which only a
     * feed makes that was away for so long.
     */
    private static final long LEAP_SECONDS = 10;

    /** The feed's clock may be ahead of ours, and the program is older than its session here. */
    private static final long AHEAD_SECONDS = 300;

    private static final int SOUND_SCALE = 48_000;

    private final long lastedNanos;
    private final long sinceNanos;
    private long heardNanos;
    private final long[] committed = {-1, -1, -1, -1};
    private final long[] received = {-1, -1, -1, -1};

    /**
     * @param lastedNanos how long the program goes on already
     * @param nowNanos at which it has lasted so long
     * @param heardNanos when its feed was heard last, by the same clock
     */
    FeedTimes(long lastedNanos, long nowNanos, long heardNanos) {
        this.lastedNanos = Math.max(0, lastedNanos);
        this.sinceNanos = nowNanos;
        this.heardNanos = heardNanos;
    }

    /**
     * What is wrong with the time of the next sample; null when it may come.
     *
     * @param nowNanos of the clock of the constructor
     */
    @Nullable String fault(Sample sample, long nowNanos) {
        int track = sample.track();
        if (track < FeedTracks.VIDEO || track > FeedTracks.OPUS) {
            return null;
        }
        long scale = track == FeedTracks.VIDEO ? Track.Video.TIMESCALE : SOUND_SCALE;
        long lasted = (lastedNanos + nowNanos - sinceNanos) / 1_000_000_000;
        long leap = LEAP_SECONDS * scale + scale * ((nowNanos - heardNanos) / 1_000_000_000);
        if (sample.duration() > LEAP_SECONDS * scale
                || sample.decodeTime() - Math.max(0, received[track]) > leap) {
            return "track " + track + " leaps by more than " + leap / scale + " s";
        }
        if (sample.end() > (lasted + AHEAD_SECONDS) * scale) {
            return "track " + track + " is ahead of the clock";
        }
        heardNanos = nowNanos;
        return null;
    }

    /** Whether the sample is of a known track and later than all before it. */
    boolean advances(Sample sample) {
        int track = sample.track();
        if (track < FeedTracks.VIDEO
                || track > FeedTracks.OPUS
                || sample.decodeTime() <= received[track]) {
            return false;
        }
        received[track] = sample.decodeTime();
        return true;
    }

    /** Time of the latest frame of the picture that was received; 0 before the first. */
    long picture() {
        return Math.max(0, received[FeedTracks.VIDEO]);
    }

    /** Times of the latest samples that are stored, in the units of their tracks; by track. */
    Map<Integer, Long> stored() {
        Map<Integer, Long> latest = new TreeMap<>();
        for (int track = FeedTracks.VIDEO; track <= FeedTracks.OPUS; track++) {
            if (committed[track] >= 0) {
                latest.put(track, committed[track]);
            }
        }
        return latest;
    }

    void commit() {
        System.arraycopy(received, 0, committed, 0, received.length);
    }

    void rollback() {
        System.arraycopy(committed, 0, received, 0, received.length);
    }

    @Override
    public String toString() {
        return Arrays.toString(received);
    }
}

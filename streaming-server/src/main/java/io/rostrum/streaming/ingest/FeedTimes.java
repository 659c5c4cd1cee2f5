package io.rostrum.streaming.ingest;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The latest time of each track, so that times never go back. Confined to one thread. */
final class FeedTimes {
    private final long[] committed = {-1, -1, -1, -1};
    private final long[] received = {-1, -1, -1, -1};

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

package io.rostrum.streaming.ingest;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Hands samples on the moment they arrive, and keeps the group of pictures for who comes later.
 *
 * <p>Confined to the program's event loop.
 */
final class Taps {
    /** A source that never sends a key frame does not fill our memory. */
    private static final int MOST_BYTES = 32 << 20;

    /** Replaced when somebody comes or goes, so that it can be walked while that happens. */
    private List<Tap> taps = List.of();

    private final Set<Tap> again = new HashSet<>();
    private final List<Sample> group = new ArrayList<>();
    private final long[] latest = {-1, -1, -1, -1};
    private int bytes;

    /** From now on it gets everything, beginning with what is kept. */
    void add(Tap tap) {
        if (taps.contains(tap)) {
            return;
        }
        List<Tap> more = new ArrayList<>(taps);
        more.add(tap);
        taps = List.copyOf(more);
        if (!group.isEmpty()) {
            tap.onGroup(List.copyOf(group));
        }
    }

    /** The tap lost its way: it gets the group once more, with the next picture. */
    void again(Tap tap) {
        if (taps.contains(tap)) {
            again.add(tap);
        }
    }

    void remove(Tap tap) {
        taps = taps.stream().filter(known -> !known.equals(tap)).toList();
        again.remove(tap);
    }

    /** What a feed sends again after a break was handed on before. */
    void sample(Sample sample) {
        if (sample.decodeTime() <= latest[sample.track()]) {
            return;
        }
        latest[sample.track()] = sample.decodeTime();
        boolean picture = sample.track() == FeedTracks.VIDEO;
        if (picture) {
            keep(sample);
        }
        for (Tap tap : taps) {
            if (picture && !group.isEmpty() && again.remove(tap)) {
                tap.onGroup(List.copyOf(group));
            } else {
                tap.onSample(sample);
            }
        }
    }

    private void keep(Sample picture) {
        if (picture.key()) {
            clear();
        } else if (group.isEmpty()) {
            return;
        }
        group.add(picture);
        bytes += picture.data().length;
        if (bytes > MOST_BYTES) {
            clear();
        }
    }

    private void clear() {
        group.clear();
        bytes = 0;
    }

    void end() {
        taps.forEach(Tap::onEnded);
        taps = List.of();
        again.clear();
        clear();
    }
}

package io.rostrum.streaming.live;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.util.ArrayList;
import java.util.List;

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

    void remove(Tap tap) {
        taps = taps.stream().filter(known -> !known.equals(tap)).toList();
    }

    /** What a feed sends again after a break was handed on before. */
    void sample(Sample sample) {
        if (sample.decodeTime() <= latest[sample.track()]) {
            return;
        }
        latest[sample.track()] = sample.decodeTime();
        if (sample.track() == FeedTracks.VIDEO) {
            keep(sample);
        }
        taps.forEach(tap -> tap.onSample(sample));
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
        clear();
    }
}

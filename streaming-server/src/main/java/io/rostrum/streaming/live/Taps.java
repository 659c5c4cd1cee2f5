package io.rostrum.streaming.live;

import io.rostrum.net.Apart;
import io.rostrum.net.FaultLog;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands samples on the moment they arrive, and keeps the group of pictures for who comes later.
 *
 * <p>Who fails to take one gets none any more and is told that it is over; the others go on.
 *
 * <p>Confined to the program's event loop.
 */
final class Taps {
    /** A source that never sends a key frame does not fill our memory. */
    private static final int MOST_BYTES = 32 << 20;

    private static final FaultLog FAULTS =
            new FaultLog(System.getLogger(Taps.class.getName()), System::nanoTime);

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
        Apart.each(taps, tap -> tap.onSample(sample), this::onBroken);
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
        List<Tap> all = taps;
        taps = List.of();
        clear();
        Apart.each(all, Tap::onEnded, Taps::notEnded);
    }

    private void onBroken(Tap tap, RuntimeException why) {
        FAULTS.tell("a tap of a program failed", why);
        remove(tap);
        tap.onEnded();
    }

    private static void notEnded(Tap tap, RuntimeException why) {
        FAULTS.tell("a tap of a program could not be ended", why);
    }
}

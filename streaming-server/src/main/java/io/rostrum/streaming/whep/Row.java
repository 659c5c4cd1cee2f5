package io.rostrum.streaming.whep;

import io.rostrum.media.video.H264Payloads;
import io.rostrum.net.Apart;
import io.rostrum.net.FaultLog;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.live.Tap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The viewers of one program on one loop: its samples cross to the loop once and are cut once, for
 * all of them. Confined to the loop.
 *
 * <p>Keeps the pictures since the latest key frame for who comes later or has lost his way. Who
 * fails to take one is told that it is over; the others go on.
 */
final class Row implements Tap {
    /** Who gets what passes. */
    interface Seat {
        /** The pictures since the latest key frame, that one first. */
        void onGroup(List<CutPicture> pictures);

        void onPicture(CutPicture picture);

        void onSound(Sample sound);

        void onEnded();
    }

    /** A packet stays below 1200 bytes with header and SRTP tag, so that it passes every path. */
    static final int MOST_PAYLOAD = 1150;

    /** A source that never sends a key frame does not fill our memory. */
    private static final int MOST_BYTES = 32 << 20;

    private static final FaultLog FAULTS =
            new FaultLog(System.getLogger(Row.class.getName()), System::nanoTime);

    private final H264Payloads payloads = new H264Payloads(MOST_PAYLOAD);

    /** Replaced when somebody comes or goes, so that it can be walked while that happens. */
    private List<Seat> seats = List.of();

    private final Set<Seat> again = new HashSet<>();
    private final List<CutPicture> group = new ArrayList<>();
    private int bytes;
    private boolean over;

    /** From now on he gets everything, beginning with what is kept. */
    void add(Seat seat) {
        if (over) {
            seat.onEnded();
            return;
        }
        List<Seat> more = new ArrayList<>(seats);
        more.add(seat);
        seats = List.copyOf(more);
        if (!group.isEmpty()) {
            seat.onGroup(List.copyOf(group));
        }
    }

    /** He lost his way: he gets the group once more, with the next picture. */
    void again(Seat seat) {
        if (seats.contains(seat)) {
            again.add(seat);
        }
    }

    /** He gets nothing any more. */
    void remove(Seat seat) {
        seats = seats.stream().filter(known -> !known.equals(seat)).toList();
        again.remove(seat);
    }

    @Override
    public void onGroup(List<Sample> pictures) {
        clear();
        pictures.forEach(this::keep);
        List<CutPicture> all = List.copyOf(group);
        Apart.each(seats, seat -> seat.onGroup(all), this::onBroken);
    }

    @Override
    public void onSample(Sample sample) {
        if (sample.track() == FeedTracks.VIDEO) {
            picture(keep(sample));
        } else if (sample.track() == FeedTracks.OPUS) {
            Apart.each(seats, seat -> seat.onSound(sample), this::onBroken);
        }
    }

    private void picture(CutPicture picture) {
        Apart.each(seats, seat -> show(seat, picture), this::onBroken);
    }

    private void show(Seat seat, CutPicture picture) {
        if (!group.isEmpty() && again.remove(seat)) {
            seat.onGroup(List.copyOf(group));
        } else {
            seat.onPicture(picture);
        }
    }

    private void onBroken(Seat seat, RuntimeException why) {
        FAULTS.tell("a viewer could not take what passed", why);
        remove(seat);
        seat.onEnded();
    }

    private static void notEnded(Seat seat, RuntimeException why) {
        FAULTS.tell("a viewer could not be told of the end", why);
    }

    private CutPicture keep(Sample sample) {
        CutPicture picture = CutPicture.of(sample, payloads);
        if (picture.key()) {
            clear();
        }
        if (picture.key() || !group.isEmpty()) {
            group.add(picture);
            bytes += picture.size();
        }
        if (bytes > MOST_BYTES) {
            clear();
        }
        return picture;
    }

    private void clear() {
        group.clear();
        bytes = 0;
    }

    @Override
    public void onEnded() {
        List<Seat> all = seats;
        over = true;
        seats = List.of();
        clear();
        Apart.each(all, Seat::onEnded, Row::notEnded);
    }
}

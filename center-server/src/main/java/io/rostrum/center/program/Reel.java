package io.rostrum.center.program;

import io.rostrum.center.program.Avc.Unit;
import io.rostrum.media.video.PictureRepeater;
import io.rostrum.protocol.cmaf.AvcConfig;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The picture track: gives times that only rise, durations, and the places where segments begin.
 *
 * <p>Holds one picture back, since it lasts until the next. Confined to the program's thread.
 */
final class Reel {
    /** Why a picture may begin a segment. */
    enum Cut {
        /** It does not. */
        NONE,
        /** A key frame of the source on air: closes a segment that is long enough. */
        OWN_KEY,
        /** A key frame that stands in: as the source's own, at the usual length. */
        FILL,
        /** It only has to be decoded: comes as soon behind the one before as can be. */
        CAUGHT_UP,
        /** Another source: closes the segment early. */
        TAKE
    }

    /** Where the pictures go. */
    interface Out {
        /** The time line begins: that server time is 0. */
        void onOpen(AvcConfig first, long originNanos);

        /**
         * @param opens whether a segment begins with it
         */
        void onPicture(Sample picture, boolean opens);
    }

    /** A take that comes so soon behind a picture replaces it: two so near make players stumble. */
    private static final long REPLACE = ticks(Duration.ofMillis(20).toNanos());

    /** How long the very last picture is shown. */
    private static final long LAST = ticks(Duration.ofMillis(40).toNanos());

    private record Held(Unit unit, long pts, boolean opens) {}

    private final Rhythm rhythm;
    private final Out out;
    private final PictureRepeater repeater = new PictureRepeater();
    private @Nullable Held held;
    private boolean open;
    private long originNanos;
    private long segmentStart;
    private int segments;

    /** Time of the latest picture that did not stand in for another. */
    private long latest;

    /** How long it came after the one before it. */
    private long pace;

    Reel(Rhythm rhythm, Out out) {
        this.rhythm = rhythm;
        this.out = out;
    }

    /** Begins the time line, unless it runs already. */
    void open(AvcConfig first, long timeNanos) {
        if (!open) {
            open = true;
            originNanos = timeNanos;
            out.onOpen(first, timeNanos);
        }
    }

    /**
     * Takes up a time line of before.
     *
     * @param unit the first picture
     * @param pts where it belongs
     * @param origin server time of 0
     */
    void resume(Unit unit, long pts, long origin, AvcConfig config) {
        open(config, origin);
        segments = 1; // a long one may follow
        begin(unit, pts, true);
    }

    /**
     * Shows the latest picture once more, which those that follow do not notice.
     *
     * @return whether that can be
     */
    boolean repeat(long timeNanos) {
        byte[] again = repeater.repetition();
        if (held == null || again == null) {
            return false;
        }
        put(new Unit(false, again), timeNanos, Cut.NONE);
        return true;
    }

    /**
     * Repeats the latest picture of a source of few pictures a second as often as one is due, so
     * that the program goes on evenly and does not wait for the next one.
     */
    void goOn(long nowNanos) {
        long distance = rhythm.fill().toNanos();
        boolean goes = pace >= ticks(distance);
        for (long due = last() + distance; goes && due <= nowNanos; due += distance) {
            goes = repeat(due);
        }
    }

    /** The next picture, whose time is moved where it would go back. */
    void place(Unit unit, long timeNanos, Cut cut) {
        put(unit, timeNanos, cut);
        if (cut != Cut.FILL && cut != Cut.CAUGHT_UP) {
            long now = held == null ? 0 : held.pts;
            pace = now - latest;
            latest = now;
        }
    }

    private void put(Unit unit, long timeNanos, Cut cut) {
        Held before = held;
        long pts = Math.max(0, ticks(timeNanos - originNanos));
        if (before == null) {
            begin(unit, pts, true);
        } else if (cut == Cut.TAKE && pts < before.pts + REPLACE) {
            begin(unit, before.pts, true);
        } else {
            boolean close = cut == Cut.CAUGHT_UP;
            long distance = (close ? rhythm.caughtUp() : rhythm.squeezed()).toNanos();
            long earliest = before.pts + ticks(distance);
            long at = Math.max(pts, earliest);
            release(before, at - before.pts);
            begin(unit, at, opens(cut, at - segmentStart));
        }
    }

    private boolean opens(Cut cut, long age) {
        return switch (cut) {
            case NONE, CAUGHT_UP -> false;
            case OWN_KEY -> age >= ticks(Math.min(rhythm.ownKey().toNanos(), length()));
            case FILL -> age >= ticks(length());
            case TAKE -> true;
        };
    }

    private void begin(Unit unit, long pts, boolean opens) {
        held = new Held(unit, pts, opens);
        repeater.onPicture(unit.data(), unit.key());
        if (opens) {
            segmentStart = pts;
            segments++;
        }
    }

    private void release(Held picture, long duration) {
        out.onPicture(
                new Sample(
                        FeedTracks.VIDEO,
                        picture.pts,
                        duration,
                        picture.unit.key(),
                        picture.unit.data()),
                picture.opens);
    }

    /** Time of the last picture on the program's own line, in 1/90000 s. */
    long lastTicks() {
        return held == null ? 0 : held.pts;
    }

    /** Server time of the last picture. */
    long last() {
        return originNanos + (held == null ? 0 : nanos(held.pts));
    }

    /** Whether the segment is long enough for a key frame to end it. */
    boolean full(long nowNanos) {
        return nowNanos - originNanos - nanos(segmentStart) >= length();
    }

    /** Whether no segment was ended yet. */
    boolean isFirst() {
        return segments <= 1;
    }

    private long length() {
        return (segments > 1 ? rhythm.segment() : rhythm.firstSegment()).toNanos();
    }

    /** Lets the last picture go. */
    void end() {
        if (held != null) {
            release(held, LAST);
            held = null;
        }
    }

    private static long ticks(long nanos) {
        return Math.floorDiv(nanos * 9, 100_000);
    }

    private static long nanos(long ticks) {
        return Math.ceilDiv(ticks * 100_000, 9);
    }
}

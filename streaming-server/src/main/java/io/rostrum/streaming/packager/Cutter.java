package io.rostrum.streaming.packager;

import io.rostrum.media.video.PictureRepeater;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.timeline.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the picture alone where parts and segments end. Confined to one thread.
 *
 * <p>Depends on nothing but the frames, so that the same feed always gives the same cuts. All times
 * in 1/90000 s. The rules were found by trial: a tiny last part makes players stall.
 *
 * <p>A part ends in time whatever comes: where no picture begins in the span in which it may end,
 * the latest one is shown once more from there on, and where that cannot be, sound goes on alone.
 */
final class Cutter {
    private static final long MS = 90;

    /** What we declare as PART-TARGET; 200 ms are aimed at. */
    static final long PART_TARGET = 215 * MS;

    private static final long PART = 200 * MS;

    /** Not to be exceeded by what a source's clock is off. */
    private static final long LONGEST_PART = PART_TARGET - 3 * MS;

    private static final long SHORTEST_PART = 100 * MS;

    /** A segment of less than that which nobody saw is not worth being one. */
    private static final long SHORTEST_SEGMENT = 190 * MS;

    /** A part of 85 % of its target may stand inside of a segment (section 4.4.4.9). */
    private static final long WHOLE_PART = 183 * MS;

    /** Key frames that come faster than that do not each begin a segment. */
    private static final long SHORT_SEGMENT = 1000 * MS;

    /** The same for the very first one: players begin as soon as it is whole. */
    private static final long SHORT_FIRST = 500 * MS;

    /** EXTINF has to round to the target duration. */
    private static final long LONGEST_SEGMENT = (1000 * LivePlaylist.TARGET_SECONDS + 450) * MS;

    /** Frames so far apart are a pause, and say nothing of those that follow. */
    private static final long SLOW = 150 * MS;

    /** So long the very last frame is shown at most, if it says so. */
    private static final long LONGEST_LAST = 2000 * MS;

    /** Where in its part the next key frame is hoped for: late enough, and not after it. */
    private static final long TAIL = 135 * MS;

    private final Consumer<Cut> out;
    private final List<Sample> frames = new ArrayList<>();
    private final PictureRepeater repeater = new PictureRepeater();
    private @Nullable Sample held;
    private long number = LivePlaylist.FIRST;
    private int index;
    private long segmentStart;
    private long partStart;
    private long frame = 3000;
    private long group;
    private long groupStart;
    private boolean resumed;

    /** The segment had to begin without a key frame: nobody can begin to watch with it. */
    private boolean headless;

    Cutter(Consumer<Cut> out) {
        this.out = out;
    }

    /** Goes on where the mark stands; the next frame has to be the first of that feed segment. */
    void resume(Mark mark) {
        number = mark.number();
        frame = mark.frame();
        group = mark.group();
        partStart = mark.start();
        segmentStart = mark.start();
        resumed = true;
    }

    /** Takes the next frame; {@code first} of a feed segment, which is always a key frame. */
    void frame(Sample next, boolean first) {
        long now = next.decodeTime();
        Sample before = held;
        held = next;
        if (before == null) {
            begin(next);
            return;
        }
        add(before);
        long shown = now - before.decodeTime();
        if (shown < SLOW) {
            frame = (frame * 7 + shown) / 8;
        }
        split(now);
        if (first) {
            held = feedSegment(next);
        } else if (full(now, Math.max(shown, frame))) {
            closePart(now, now);
            closeLongSegment(now);
        }
    }

    private void add(Sample picture) {
        repeater.onPicture(picture.data(), picture.key());
        frames.add(picture);
    }

    /** Ends the parts that no picture ended before that moment. */
    private void split(long now) {
        while (now - partStart > LONGEST_PART) {
            Sample last = frames.isEmpty() ? null : frames.getLast();
            long end = partStart + PART;
            if (last != null && last.decodeTime() >= end) {
                frames.removeLast();
                closePart(last.decodeTime(), last.decodeTime());
                frames.add(last);
            } else {
                repeat(end, now);
            }
            closeLongSegment(partStart);
        }
    }

    private void repeat(long end, long next) {
        byte[] again = repeater.repetition();
        closePart(end, again == null ? next : end);
        if (again != null) {
            frames.add(new Sample(FeedTracks.VIDEO, end, 0, false, again));
        }
    }

    private void closeLongSegment(long now) {
        if (now + PART_TARGET - segmentStart > LONGEST_SEGMENT) {
            closeSegment(now);
            headless = true;
        }
    }

    private void begin(Sample first) {
        if (!resumed) {
            partStart = first.decodeTime();
            segmentStart = partStart;
        }
        held = at(first, partStart);
        groupStart = first.decodeTime();
        out.accept(new Cut.FeedSegment(true, number, partStart, frame, group));
    }

    /** Whether the part is long enough, or would get too long by a frame as long as expected. */
    private boolean full(long now, long expected) {
        long length = now - partStart;
        return index == 0 && group != 0 && !headless
                ? length >= SHORTEST_PART && length + frame / 2 >= firstPart()
                : length >= WHOLE_PART && length + expected > LONGEST_PART;
    }

    /**
     * Length of a segment's first part: shifts the others so that the next key frame, expected
     * after as long a group as the last, falls well inside of a part and cuts off no tiny tail.
     * Only a first part may be short, because it is independent.
     */
    private long firstPart() {
        long sum = group % PART + PART;
        return Math.clamp(sum - TAIL, SHORTEST_PART, PART);
    }

    /** A key frame that begins a feed segment: the natural end of a group, or a take. */
    private Sample feedSegment(Sample key) {
        long now = key.decodeTime();
        long tail = now - partStart;
        group = usual(now - groupStart);
        groupStart = now;
        Sample shown = key;
        boolean aligned = true;
        if (index == 0 && tail < SHORTEST_SEGMENT || index > 0 && tail < SHORTEST_PART) {
            frames.clear();
            shown = at(key, partStart);
            if (index > 0) {
                closeSegment(partStart);
            }
        } else if (tail >= WHOLE_PART && now - segmentStart < shortest() && !headless) {
            closePart(now, now);
            aligned = false;
        } else {
            closePart(now, now);
            closeSegment(now);
        }
        headless = false;
        out.accept(new Cut.FeedSegment(aligned, number, partStart, frame, group));
        return shown;
    }

    private long shortest() {
        return number == LivePlaylist.FIRST ? SHORT_FIRST : SHORT_SEGMENT;
    }

    /** Nothing can be foretold from a group that a take cut short or that had no end. */
    private static long usual(long group) {
        return group >= SHORT_SEGMENT && group < LONGEST_SEGMENT ? group : 0;
    }

    /** Nothing comes any more: what is left becomes the last part. */
    void end() {
        Sample last = held;
        if (last == null) {
            return;
        }
        held = null;
        add(last);
        boolean known = last.duration() > 0 && last.duration() <= LONGEST_LAST;
        long end = last.decodeTime() + (known ? last.duration() : frame);
        split(end);
        if (!frames.isEmpty()) {
            closePart(end, end);
        }
        closeSegment(partStart);
    }

    /**
     * @param shown until when the last picture is shown
     */
    private void closePart(long now, long shown) {
        out.accept(new Cut.PartFull(number, index, partStart, now, shown, List.copyOf(frames)));
        frames.clear();
        index++;
        partStart = now;
    }

    private void closeSegment(long now) {
        out.accept(new Cut.SegmentFull(number));
        number++;
        index = 0;
        segmentStart = now;
    }

    private static Sample at(Sample sample, long time) {
        return new Sample(sample.track(), time, sample.duration(), sample.key(), sample.data());
    }
}

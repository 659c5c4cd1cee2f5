package io.rostrum.streaming.timeline;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Turns the times and places of a session's log into those of a part of it, whose first moment is
 * 0. Immutable.
 *
 * @param begins when the part begins, in 1/90000 s since the session began
 * @param first offset of its first byte by the index
 * @param file offset by the index of the first byte that the samples file holds
 */
record Excerpt(long begins, long first, long file) {
    static final Excerpt WHOLE = new Excerpt(0, 0, 0);

    /**
     * Finds the part.
     *
     * @param all segments of the index
     * @param trim as it is on disk, read after the samples file was opened
     * @param size of the samples file; -1 where it is elsewhere
     */
    static Excerpt of(List<Segment> all, Extent shown, Trim trim, long size) throws IOException {
        List<Segment> kept = trim.kept().of(all);
        List<Segment> left = trim.shown().of(all);
        List<Segment> part = shown.of(all);
        if (kept.isEmpty() || left.isEmpty() || part.isEmpty()) {
            throw new IOException("there are no such segments: " + shown + ", " + trim);
        }
        boolean erased = trim.erasing() && size == length(left);
        long file = (erased ? left : kept).getFirst().offset();
        return shown.equals(Extent.ALL)
                ? new Excerpt(0, 0, file)
                : new Excerpt(part.getFirst().start(), part.getFirst().offset(), file);
    }

    /** Bytes of segments that follow each other. */
    static long length(List<Segment> segments) {
        Segment last = segments.getLast();
        return last.offset() + last.length() - segments.getFirst().offset();
    }

    Segment moved(Segment segment) {
        return new Segment(
                segment.number(),
                segment.offset() - first,
                segment.length(),
                segment.start() - begins,
                segment.end() - begins,
                segment.mark(),
                segment.checksum());
    }

    /** The sample at its new time; nothing where that is sound from before the first picture. */
    Optional<Sample> moved(Sample sample) {
        if (begins == 0) {
            return Optional.of(sample);
        }
        boolean picture = sample.track() == FeedTracks.VIDEO;
        long shift = picture ? begins : begins * 48_000 / 90_000;
        long time = sample.decodeTime() - shift;
        return time < 0
                ? Optional.empty()
                : Optional.of(
                        new Sample(
                                sample.track(),
                                time,
                                sample.duration(),
                                sample.key(),
                                sample.data()));
    }

    /** Where in the samples file that offset of the part is. */
    long place(long offset) throws IOException {
        long place = offset + first - file;
        if (place < 0) {
            throw new IOException("that was cut out of the recording for good");
        }
        return place;
    }
}

package io.rostrum.streaming.packager;

import io.rostrum.media.video.StandBy;
import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.timeline.Extent;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Segment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A segment of a recording: one or more whole feed segments, so that it begins with a key frame.
 *
 * @param start of the picture in 1/90000 s since the session began
 * @param end where the next piece starts
 */
public record Piece(int number, List<Segment> segments, long start, long end) {
    private static final long LONG_ENOUGH = 4 * 90000;

    /** What must be loaded whole before its first picture is seen: key frames come every 2 s. */
    private static final long BRIEF = 3 * 90000 / 2;

    public Piece {
        segments = List.copyOf(segments);
    }

    /** Divides a session whose past can be seen while it goes on; always in the same way. */
    public static List<Piece> divide(List<Segment> segments) {
        return divide(segments, LONG_ENOUGH);
    }

    /** Divides a recording, as finely as its first picture comes fast; always in the same way. */
    public static List<Piece> brief(List<Segment> segments) {
        return divide(segments, BRIEF);
    }

    private static List<Piece> divide(List<Segment> segments, long enough) {
        List<Piece> pieces = new ArrayList<>();
        List<Segment> run = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            run.add(segments.get(i));
            boolean last = i + 1 == segments.size();
            long end = last ? segments.get(i).end() : segments.get(i + 1).start();
            if (last || end - run.getFirst().start() >= enough) {
                pieces.add(new Piece(pieces.size(), run, run.getFirst().start(), end));
                run.clear();
            }
        }
        return pieces;
    }

    /** The pieces of a session that goes on which will never change. */
    public static List<Piece> settled(List<Segment> segments) {
        List<Piece> pieces = divide(segments);
        return pieces.isEmpty() ? pieces : pieces.subList(0, pieces.size() - 1);
    }

    /** Whether all of it is shown. */
    public boolean within(Extent shown) {
        return segments.stream().allMatch(segment -> shown.has(segment.number()));
    }

    public long duration() {
        return end - start;
    }

    /** Bits in a second, at most: what is stored of it holds Opus too, which viewers do not get. */
    long mostBitRate() {
        long bytes = segments.stream().mapToLong(Segment::length).sum();
        return duration() <= 0 ? 0 : bytes * 8 * 90_000 / duration();
    }

    /** What is shown where no picture is left. */
    private Sample lost() {
        return new Sample(FeedTracks.VIDEO, start, 0, true, StandBy.keyFrame());
    }

    /** The fragment of this piece, picture and AAC. Blocking. */
    public byte[] read(SampleLog log) throws IOException {
        List<Sample> picture = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        for (Segment segment : segments) {
            log.read(
                    segment,
                    (sample, at) -> {
                        if (sample.track() == FeedTracks.VIDEO) {
                            picture.add(sample);
                        } else if (sample.track() == FeedTracks.AAC) {
                            samples.add(sample);
                        }
                    });
        }
        if (picture.isEmpty() || picture.getFirst().decodeTime() > start) {
            picture.addFirst(lost()); // the disk has damaged what was here
        }
        Sample last = picture.removeLast();
        long lasts = Math.max(0, end - last.decodeTime());
        picture.add(new Sample(last.track(), last.decodeTime(), lasts, last.key(), last.data()));
        picture.addAll(samples);
        return FragmentWriter.write(number + 1, picture);
    }
}

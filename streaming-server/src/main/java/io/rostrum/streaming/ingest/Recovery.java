package io.rostrum.streaming.ingest;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.packager.Codecs;
import io.rostrum.streaming.packager.LivePlaylist;
import io.rostrum.streaming.packager.Packager;
import io.rostrum.streaming.packager.Publication;
import io.rostrum.streaming.packager.View;
import io.rostrum.streaming.timeline.Layer;
import io.rostrum.streaming.timeline.Mark;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Segment;
import io.rostrum.streaming.timeline.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings a live program to where it stood, from what is on disk. Blocking. */
final class Recovery {
    /** How long the feed of a program that is found on disk may have been away. */
    private static final Duration AWAY = Duration.ofMinutes(5);

    private Recovery() {}

    /** State of a program whose first byte is still to come. */
    static Program.Start fresh(Session session) {
        FeedTimes times = times(session, Duration.ZERO);
        return start(session, null, null, LivePlaylist.FIRST, times, 0, Layer.NONE).start;
    }

    private static FeedTimes times(Session session, Duration away) {
        Duration lasted = Duration.between(session.startedAt(), Instant.now());
        long now = System.nanoTime();
        return new FeedTimes(lasted.toNanos(), now, now - away.toNanos());
    }

    private record Prepared(Program.Start start, Packager packager, FeedTimes times) {}

    private static Prepared start(
            Session session,
            byte @Nullable [] init,
            @Nullable Codecs codecs,
            long number,
            FeedTimes times,
            long next,
            Layer layer) {
        Publication publication =
                new Publication(View.empty(session.startedAt(), number), Program.WINDOW);
        Packager packager = new Packager(publication);
        return new Prepared(
                new Program.Start(
                        session,
                        init,
                        codecs,
                        new Edge.Reel(packager, publication),
                        times,
                        next,
                        layer.takes(),
                        layer),
                packager,
                times);
    }

    /** Packages again what the live window shows, with the numbers that it had. */
    static Program.Start again(Session session, byte @Nullable [] init, SampleLog log, Layer layer)
            throws IOException {
        List<Segment> segments = log.segments();
        if (segments.isEmpty()) {
            Codecs codecs = init == null ? null : Codecs.of(init);
            return start(
                            session,
                            init,
                            codecs,
                            LivePlaylist.FIRST,
                            times(session, AWAY),
                            log.next(),
                            layer)
                    .start;
        }
        int from = from(segments);
        Codecs codecs = init == null ? null : needed(Codecs.of(init), log, from);
        while (true) {
            long number = segments.get(from).mark().number();
            Prepared prepared =
                    start(session, init, codecs, number, times(session, AWAY), log.next(), layer);
            int unlike = replay(log, from, prepared);
            if (unlike < 0) {
                prepared.times.commit();
                return prepared.start;
            }
            from = unlike;
        }
    }

    /**
     * Packages from that segment on.
     *
     * @return the first segment that had another number: viewers saw the stand-by picture before
     *     it, so the live playlist can only begin there; -1 where there is none
     */
    private static int replay(SampleLog log, int from, Prepared prepared) throws IOException {
        List<Segment> segments = log.segments();
        prepared.packager.resume(segments.get(from).mark());
        for (Segment segment : segments.subList(Math.max(0, from - 2), from)) {
            read(log, segment).forEach(prepared.packager::soundBefore);
        }
        for (int i = from; i < segments.size(); i++) {
            boolean first = true;
            for (Sample sample : read(log, segments.get(i))) {
                boolean video = sample.track() == FeedTracks.VIDEO;
                prepared.times.advances(sample);
                prepared.packager.sample(sample, video && first);
                first &= !video;
            }
            if (i > from && unlike(segments.get(i).mark(), prepared.packager.mark())) {
                return i;
            }
        }
        return -1;
    }

    /** What the takes of the live window need of a player; those before are not read again. */
    private static Codecs needed(Codecs header, SampleLog log, int from) throws IOException {
        Codecs codecs = header;
        for (Segment segment : log.segments().subList(from, log.segments().size())) {
            for (Sample sample : read(log, segment)) {
                if (sample.track() == FeedTracks.VIDEO && sample.key()) {
                    codecs = codecs.seeing(sample.data());
                }
            }
        }
        return codecs;
    }

    private static boolean unlike(Mark live, Mark again) {
        boolean known = live.valid() && !again.equals(Mark.NONE);
        return known && (!again.valid() || again.number() != live.number());
    }

    /** The latest marked segment that lies a whole window back; the first one has a mark always. */
    private static int from(List<Segment> segments) {
        int last = segments.size() - 1;
        for (int i = last; i > 0; i--) {
            boolean back = segments.get(last).start() - segments.get(i).start() >= Program.WINDOW;
            if (back && segments.get(i).mark().valid()) {
                return i;
            }
        }
        return 0;
    }

    private static List<Sample> read(SampleLog log, Segment segment) throws IOException {
        List<Sample> samples = new ArrayList<>();
        log.read(segment, (sample, at) -> samples.add(sample));
        return samples;
    }
}

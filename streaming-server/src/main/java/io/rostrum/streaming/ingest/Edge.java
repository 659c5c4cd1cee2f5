package io.rostrum.streaming.ingest;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.live.Writer;
import io.rostrum.streaming.packager.Packager;
import io.rostrum.streaming.packager.Publication;
import io.rostrum.streaming.packager.StandIn;
import io.rostrum.streaming.timeline.Mark;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * The live edge of a feed: packages what comes, shows the still picture while nothing comes, and
 * writes both for viewers. Confined to the program's event loop.
 */
final class Edge {
    private static final long LOOK_MILLIS = 100;

    private final Vertx vertx;
    private final Packager packager;
    private final Publication publication;
    private final StandIn standIn;
    private final Writer writer;
    private final FeedMeters meters;
    private long look;
    private boolean over;

    /** How a program is packaged, and what was packaged so far. */
    record Reel(Packager packager, Publication publication) {}

    /**
     * What viewers get while the feed stays away, and after how long.
     *
     * @param afterNanos without a picture
     */
    record Patience(StandIn.Still still, long afterNanos) {}

    Edge(
            Vertx vertx,
            Context owner,
            Reel reel,
            Patience patience,
            Writer writer,
            FeedMeters meters) {
        this.vertx = vertx;
        this.packager = reel.packager;
        this.publication = reel.publication;
        this.writer = writer;
        this.meters = meters;
        standIn = new StandIn(packager, writer::sample, patience.still, patience.afterNanos);
        owner.runOnContext(go -> look = vertx.setPeriodic(LOOK_MILLIS, tick -> onLook()));
    }

    /** Shows the still picture while nothing comes. */
    private void onLook() {
        if (!over && standIn.tick(System.nanoTime())) {
            publish();
        }
    }

    /** Nothing came yet; time 0 was captured then. */
    void begins(Instant at) {
        publication.begins(at);
    }

    /** Takes up what was read from disk; the clock of the program went on to that time. */
    void resume(long time) {
        standIn.resume(time, System.nanoTime());
        publish();
    }

    /**
     * The next sample of the feed; {@link #publish} follows.
     *
     * @param first whether it is the first video frame of a feed segment
     */
    void sample(Sample sample, boolean first, long nowNanos) {
        if (sample.track() == FeedTracks.VIDEO && sample.key()) {
            writer.keyFrame(sample);
        }
        standIn.sample(sample, first, nowNanos);
    }

    /** The live numbering at the feed segment that begins at that time. */
    Mark mark(long start) {
        return standIn.mark(start);
    }

    void end() {
        over = true;
        vertx.cancelTimer(look);
        writer.over();
        packager.end();
        publication.end();
        publish();
    }

    /** Shows what has come, as soon as players can take it. */
    void publish() {
        long now = System.nanoTime();
        OptionalLong due = publication.dueNanos(now);
        if (due.isEmpty()) {
            return;
        }
        if (due.getAsLong() > now) {
            vertx.setTimer((due.getAsLong() - now) / 1_000_000 + 1, late -> publish());
            return;
        }
        meters.published();
        writer.publish(publication.publish(now));
    }
}

package io.rostrum.streaming.guide;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.announce.Announcement;
import io.rostrum.streaming.announce.Coming;
import io.rostrum.streaming.directory.Channels;
import io.rostrum.streaming.directory.Links;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.timeline.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that is listed, as slots. Any thread. */
public final class Schedule {
    /** Nobody knows when a live program ends: it fills at least the half hour after this one. */
    private static final Duration GRID = Duration.ofMinutes(30);

    private final Channels channels;
    private final Recordings recordings;
    private final Coming coming;
    private final Links links;

    public Schedule(Channels channels, Recordings recordings, Coming coming, Links links) {
        this.channels = channels;
        this.recordings = recordings;
        this.coming = coming;
        this.links = links;
    }

    /** What is on air, the longest first. */
    List<Slot> now(Instant now) {
        return channels.sessions().stream().map(session -> live(session, now)).toList();
    }

    /** What comes, the next first. */
    Stream<Slot> coming(Instant now) {
        return coming.list(now).stream().map(this::announced);
    }

    /** One program to come, though it may be on air by now. */
    Optional<Slot> coming(Id announcement) {
        return coming.shown(announcement).map(this::announced);
    }

    /** What was, the newest first. */
    Stream<Slot> past() {
        return recordings.newestFirst().stream().map(this::past);
    }

    private Slot live(Session session, Instant now) {
        Optional<Announcement> said = coming.of(session, now);
        return new Slot(
                Slot.Kind.NOW,
                session.id().text(),
                session.channel(),
                session.title(),
                session.host(),
                said.map(Announcement::description).orElse(""),
                session.startedAt(),
                said.map(Announcement::endsAt).orElse(grid(now)),
                session.startedAt(),
                0,
                links.page(session.channel()),
                links.hls(session.channel()),
                links.thumbnail(session.channel()));
    }

    private static Instant grid(Instant now) {
        long step = GRID.toSeconds();
        return Instant.ofEpochSecond((now.getEpochSecond() / step + 2) * step);
    }

    private Slot announced(Announcement one) {
        return new Slot(
                Slot.Kind.COMING,
                one.id().text(),
                one.channel(),
                one.title(),
                one.host(),
                one.description(),
                one.startsAt(),
                one.endsAt(),
                one.changedAt(),
                one.changes(),
                links.coming(one.id()),
                null,
                coming.picture(one));
    }

    private Slot past(Recording recording) {
        Session session = recording.session();
        return new Slot(
                Slot.Kind.WAS,
                session.id().text(),
                session.channel(),
                session.title(),
                session.host(),
                session.description(),
                session.startedAt(),
                recording.endedAt(),
                recording.endedAt(),
                0,
                links.recordingPage(session.id()),
                links.recording(session.id(), "master.m3u8"),
                links.recording(session.id(), "thumbnail.jpg"));
    }
}

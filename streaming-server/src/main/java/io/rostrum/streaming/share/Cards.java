package io.rostrum.streaming.share;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.announce.Announcement;
import io.rostrum.streaming.announce.Coming;
import io.rostrum.streaming.directory.Channels;
import io.rostrum.streaming.directory.Links;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.timeline.Session;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the card of an address of ours. Any thread. */
public final class Cards {
    private static final Pattern PAGE =
            Pattern.compile("/(?:watch|embed)/(recordings/)?([A-Za-z0-9_-]{1,64})");

    private static final Pattern COMING = Pattern.compile("/coming/([A-Za-z0-9_-]{1,64})");

    private final Channels channels;
    private final Recordings recordings;
    private final Coming coming;
    private final Links links;
    private final InstantSource clock;

    public Cards(
            Channels channels,
            Recordings recordings,
            Coming coming,
            Links links,
            InstantSource clock) {
        this.channels = channels;
        this.recordings = recordings;
        this.coming = coming;
        this.links = links;
        this.clock = clock;
    }

    /**
     * @param path of a page, without query
     */
    public Optional<Card> at(String path) {
        Matcher announcement = COMING.matcher(path);
        if (announcement.matches()) {
            Id id = new Id(announcement.group(1));
            return coming.shown(id).map(one -> announced(one, links.coming(id)));
        }
        Matcher page = PAGE.matcher(path);
        if (!page.matches()) {
            return Optional.empty();
        }
        Id id = new Id(page.group(2));
        return page.group(1) == null
                ? live(id).or(() -> announced(id))
                : recordings
                        .one(id)
                        .filter(one -> one.session().visibility() != Visibility.PRIVATE)
                        .map(this::past);
    }

    private Optional<Card> live(Id channel) {
        return channels.sessions().stream()
                .filter(session -> session.channel().equals(channel))
                .findFirst()
                .map(this::live);
    }

    private Card live(Session session) {
        Id channel = session.channel();
        return new Card(
                session.title(),
                session.host(),
                coming.of(session, clock.instant()).map(Announcement::description).orElse(""),
                links.page(channel),
                links.embed(channel),
                links.thumbnail(channel),
                0);
    }

    private Optional<Card> announced(Id channel) {
        return coming.list(clock.instant()).stream()
                .filter(one -> one.channel().equals(channel))
                .findFirst()
                .map(one -> announced(one, links.page(channel)));
    }

    private Card announced(Announcement one, String page) {
        return new Card(
                one.title(),
                one.host(),
                one.description(),
                page,
                links.embed(one.channel()),
                coming.picture(one),
                0);
    }

    private Card past(Recording recording) {
        Session session = recording.session();
        return new Card(
                session.title(),
                session.host(),
                session.description(),
                links.recordingPage(session.id()),
                links.recordingEmbed(session.id()),
                links.recording(session.id(), "thumbnail.jpg"),
                recording.duration() / 90_000);
    }
}

package io.rostrum.streaming.announce;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.directory.Channels;
import io.rostrum.streaming.directory.Links;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.timeline.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What comes as the public sees it: without what came already. Any thread. */
public final class Coming {
    /** A host who begins that much early keeps his promise all the same. */
    private static final Duration EARLY = Duration.ofMinutes(30);

    private final Announcements announcements;
    private final Channels channels;
    private final Recordings recordings;
    private final Function<Id, Visibility> visibility;
    private final Links links;

    /**
     * @param visibility of a channel's programs to come
     */
    public Coming(
            Announcements announcements,
            Channels channels,
            Recordings recordings,
            Function<Id, Visibility> visibility,
            Links links) {
        this.announcements = announcements;
        this.channels = channels;
        this.recordings = recordings;
        this.visibility = visibility;
        this.links = links;
    }

    /** The next first. */
    public List<Announcement> list(Instant now) {
        List<Session> recent = recent(now);
        return announcements.coming(now).stream()
                .filter(this::isPublic)
                .filter(one -> recent.stream().noneMatch(session -> keeps(session, one)))
                .toList();
    }

    /** Whether everybody may read of it, though it may be on air or over. */
    public boolean shows(Id id) {
        return announcements.one(id).filter(this::isPublic).isPresent();
    }

    /** The one that everybody may read of. */
    public Optional<Announcement> shown(Id id) {
        return announcements.one(id).filter(this::isPublic);
    }

    boolean isPublic(Announcement one) {
        return visibility.apply(one.channel()) == Visibility.PUBLIC;
    }

    boolean isPrivate(Announcement one) {
        return visibility.apply(one.channel()) == Visibility.PRIVATE;
    }

    /** The announcement that this session carries out. */
    public Optional<Announcement> of(Session session, Instant now) {
        return announcements.coming(now).stream().filter(one -> keeps(session, one)).findFirst();
    }

    /** Whatever could have been announced for a time that is not over. */
    private List<Session> recent(Instant now) {
        Instant oldest = now.minus(Draft.LONGEST).minus(EARLY);
        return Stream.concat(
                        channels.sessions().stream(),
                        recordings.newestFirst().stream().map(Recording::session))
                .filter(session -> session.startedAt().isAfter(oldest))
                .toList();
    }

    private static boolean keeps(Session session, Announcement one) {
        return session.channel().equals(one.channel())
                && !session.startedAt().isBefore(one.startsAt().minus(EARLY))
                && session.startedAt().isBefore(one.endsAt());
    }

    /** Where its picture is; null where it has none. */
    public @Nullable String picture(Announcement one) {
        return picture(one, "");
    }

    /**
     * The same, for whom may see it.
     *
     * @param right a path segment with the right to watch; empty where none is needed
     */
    @Nullable String picture(Announcement one, String right) {
        return one.picture() == null
                ? null
                : "%s/announcements/%s%s/picture.jpg?v=%s"
                        .formatted(links.base(), one.id(), right, one.picture());
    }
}

package io.rostrum.center.room;

import io.rostrum.center.account.Traces;
import io.rostrum.center.account.Visitor;
import io.rostrum.center.account.Visitor.Secret;
import io.rostrum.protocol.signal.AudioState;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.Right;
import io.rostrum.protocol.signal.Role;
import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoSource;
import io.rostrum.protocol.signal.VideoState;
import io.rostrum.protocol.text.Words;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A seat in a room and what belongs to it; only the room changes it. */
final class Member {
    private static final int LONGEST_TRAIL = 8;

    final String id;
    final String seat;
    final Role role;
    final Secret secret;
    final boolean encoder;

    /** The name that he asked for; there may be a number behind the one he has. */
    final String asked;

    /** What is alike in all ways to write that. */
    final String likeness;

    String name;

    /** As he was whenever he came in, the latest last: a seat goes from device to device. */
    private final SequencedSet<Traces> trail = new LinkedHashSet<>();

    /** An encoder's stay: the one before must not end the next. */
    String session = "";

    /** When an encoder came in last. */
    long enteredAt;

    /** A new seat is one that nobody has sat in yet. */
    Presence.OfSeat presence = new Presence.Away(0);

    Selection selection = Selection.speaker();
    AudioState audio = new AudioState(false, false, false);
    VideoSource source = VideoSource.NONE;
    boolean videoMutedBySelf;
    boolean videoMutedByHost;

    /** Whether stills of his picture may be shown: his wish. */
    boolean still = true;

    /** Null while it is down; whoever has the smallest number raised his first. */
    @Nullable Integer hand;

    /** Whether the host lets him write no more. */
    boolean silenced;

    /** The number after which he may know what was written. */
    long heardFrom;

    /** Messages, a long one counts as several. */
    final Budget writing = new Budget(10, 1);

    /** Signs. */
    final Budget showing = new Budget(5, 1);

    /** New names. */
    final Budget renaming = new Budget(3, 0.1);

    private boolean proven;

    Member(String id, String seat, String name, Visitor visitor, boolean encoder) {
        this.id = id;
        this.seat = seat;
        this.name = name;
        this.asked = name;
        this.likeness = Words.likeness(name);
        this.encoder = encoder;
        role = visitor.role();
        secret = visitor.shown();
        cameAs(visitor.traces());
    }

    /** He comes in, known by that. */
    void cameAs(Traces traces) {
        trail.addLast(traces);
        if (trail.size() > LONGEST_TRAIL) {
            trail.removeFirst();
        }
    }

    /** As he was when he came in last. */
    Traces traces() {
        return trail.getLast();
    }

    SequencedSet<Traces> trail() {
        return Collections.unmodifiableSequencedSet(trail);
    }

    /** What he may do; an encoder has nobody who asks. */
    Set<Right> rights() {
        return encoder ? Set.of() : role.rights();
    }

    boolean may(Right right) {
        return rights().contains(right);
    }

    /** He in his seat; null while he is away. */
    @Nullable Seated seated() {
        return presence instanceof Seated seated ? seated : null;
    }

    boolean connected() {
        return seated() != null;
    }

    /** Whether he has been away for that long. */
    boolean overdue(long nanos, long nowNanos) {
        return presence instanceof Presence.Away away && nowNanos - away.since() >= nanos;
    }

    boolean host() {
        return role == Role.HOST;
    }

    boolean videoMuted() {
        return videoMutedBySelf || videoMutedByHost;
    }

    void muteByHost(Line line, boolean on) {
        switch (line) {
            case AUDIO -> audio = audio.mutedByHost(on);
            case VIDEO -> videoMutedByHost = on;
            case CHAT -> silenced = on;
        }
    }

    /** Whether nothing has come from him for that long. */
    boolean silent(long nanos, long nowNanos) {
        return switch (presence) {
            case Seated seated -> nowNanos - seated.media.heardAt() >= nanos;
            case Presence.Away away -> true;
        };
    }

    /** Whether that is an encoder of the same secret and name. */
    boolean twin(Member other) {
        return encoder
                && other.encoder
                && secret == other.secret
                && likeness.equals(other.likeness);
    }

    /** Whether there is a picture of him to look at, be it on its way. */
    boolean hasPicture() {
        return connected() && source != VideoSource.NONE && !videoMuted();
    }

    /** Whether his picture can be seen right now. */
    boolean visible() {
        return hasPicture() && codec() != null;
    }

    /** Of the pictures that come from him; null: none come. */
    @Nullable VideoCodec codec() {
        Seated seated = seated();
        return seated == null ? null : seated.codec;
    }

    boolean audible() {
        return connected() && audio.present() && !audio.muted();
    }

    /** He sits down. */
    Seated arrive(Client client, MemberMedia media) {
        Seated seated = new Seated(this, client, media);
        presence = seated;
        audio = audio.present(media.offersAudio());
        source = media.offersVideo() ? VideoSource.CAMERA : VideoSource.NONE;
        return seated;
    }

    /** Whether his media have ever come through, now or in an earlier stay. */
    boolean wasThere() {
        Seated seated = seated();
        return proven || seated != null && seated.media.proven();
    }

    /** Ends the media, and tells nobody. */
    void depart(long nowNanos) {
        proven = wasThere();
        Seated seated = seated();
        presence = new Presence.Away(nowNanos);
        if (seated != null) {
            seated.media.close();
        }
    }

    ParticipantState state() {
        Seated seated = seated();
        VideoCodec codec = codec();
        VideoState video =
                new VideoState(
                        source,
                        videoMutedBySelf,
                        videoMutedByHost,
                        codec,
                        codec != null,
                        seated == null ? null : seated.trouble,
                        still);
        return new ParticipantState(
                id, name, role, connected(), encoder, audio, video, hand, silenced);
    }
}

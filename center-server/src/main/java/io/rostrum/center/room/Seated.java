package io.rostrum.center.room;

import io.rostrum.protocol.signal.ServerMessage.View;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoTrouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody in his seat: his connection, his line, and what is true for as long as he sits. */
final class Seated implements Presence.OfSeat {
    final Member member;
    final Client client;
    final MemberMedia media;

    /** Of the pictures that come from him; null: none come. */
    @Nullable VideoCodec codec;

    @Nullable VideoTrouble trouble;

    /** Whose picture the media were told to forward. */
    @Nullable String watched;

    /** When they were told so, nanoseconds. */
    long waitingSince;

    /** Whose picture he gets. */
    @Nullable String shown;

    /** What he was told of that. */
    @Nullable View view;

    /** Whether he was told how the room is; changes of it mean nothing before. */
    boolean welcomed;

    /** When the whole room was told him once more, nanoseconds. */
    @Nullable Long repeatedAt;

    /** When he was told what was written, nanoseconds. */
    @Nullable Long recalledAt;

    /** Of whom he wants stills. */
    Set<String> inSight = Set.of();

    /** When he was given those that were there, nanoseconds. */
    @Nullable Long stillsGivenAt;

    /** Of himself. */
    final Shot shot = new Shot();

    Seated(Member member, Client client, MemberMedia media) {
        this.member = member;
        this.client = client;
        this.media = media;
    }

    /** Whether that picture is his, now or soon. */
    boolean watches(String participant) {
        return participant.equals(shown) || participant.equals(watched);
    }
}

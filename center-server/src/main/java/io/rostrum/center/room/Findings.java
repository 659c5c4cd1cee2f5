package io.rostrum.center.room;

import io.rostrum.protocol.signal.CloseReason;
import io.rostrum.protocol.signal.ServerMessage;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoTrouble;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the media find out, and what it means for the room. */
final class Findings implements RoomMedia.Listener {
    private final Members members;
    private final Speakers speakers;
    private final Choices choices;
    private final Screening screening;
    private final Seats seats;
    private final Bulletin bulletin;
    private final Changes changes;

    Findings(
            Members members,
            Speakers speakers,
            Choices choices,
            Screening screening,
            Seats seats,
            Bulletin bulletin,
            Changes changes) {
        this.members = members;
        this.speakers = speakers;
        this.choices = choices;
        this.screening = screening;
        this.seats = seats;
        this.bulletin = bulletin;
        this.changes = changes;
    }

    @Override
    public void onVideo(String participant, @Nullable VideoCodec codec) {
        Seated seated = members.seated(participant);
        if (seated != null && seated.codec != codec) {
            seated.codec = codec;
            changes.follow();
        }
    }

    @Override
    public void onTrouble(String participant, @Nullable VideoTrouble trouble) {
        Seated seated = members.seated(participant);
        if (seated != null && !Objects.equals(seated.trouble, trouble)) {
            seated.trouble = trouble;
            changes.follow();
        }
    }

    @Override
    public void onCut(String viewer, String participant) {
        Seated seated = members.seated(viewer);
        if (seated != null && participant.equals(seated.watched)) {
            seated.shown = participant;
            screening.tell(seated, choices.assigned());
        }
    }

    @Override
    public void onSpeaker(@Nullable String participant) {
        if (speakers.hear(participant)) {
            changes.follow();
        }
    }

    @Override
    public void onLevels(Map<String, Integer> levels) {
        bulletin.tellAll(new ServerMessage.Levels(levels));
    }

    @Override
    public void onLost(String participant, long nowNanos) {
        Seated seated = members.seated(participant);
        if (seated == null) {
            return;
        }
        Seats.end(seated.client, CloseReason.IDLE);
        if (seated.member.wasThere()) {
            seated.member.depart(nowNanos);
        } else {
            seats.dismiss(seated.member, nowNanos); // he never came: no stay to go on with
        }
        changes.follow(nowNanos);
    }
}

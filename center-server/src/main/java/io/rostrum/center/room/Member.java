package io.rostrum.center.room;

import io.rostrum.protocol.signal.AudioState;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.Role;
import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.ServerMessage.View;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoSource;
import io.rostrum.protocol.signal.VideoState;
import org.jspecify.annotations.Nullable;

/** A seat in a room and what belongs to it; only the room changes it. */
final class Member {
    final String id;
    final String seat;
    final Role role;
    final boolean encoder;
    String name;
    @Nullable Client client;
    @Nullable MemberMedia media;
    Selection selection = Selection.speaker();
    AudioState audio = new AudioState(false, false, false);
    VideoSource source = VideoSource.NONE;
    boolean videoMutedBySelf;
    boolean videoMutedByHost;
    @Nullable VideoCodec codec;

    /** Whose picture the media were told to forward. */
    @Nullable String watched;

    /** Whose picture he gets. */
    @Nullable String shown;

    @Nullable View view;
    long waitingSince;
    long goneSince;

    Member(String id, String seat, String name, Role role, boolean encoder) {
        this.id = id;
        this.seat = seat;
        this.name = name;
        this.role = role;
        this.encoder = encoder;
    }

    boolean connected() {
        return client != null;
    }

    boolean host() {
        return role == Role.HOST;
    }

    boolean videoMuted() {
        return videoMutedBySelf || videoMutedByHost;
    }

    /** Whether there is a picture of him to look at, be it on its way. */
    boolean hasPicture() {
        return connected() && source != VideoSource.NONE && !videoMuted();
    }

    /** Whether his picture can be seen right now. */
    boolean visible() {
        return hasPicture() && codec != null;
    }

    boolean audible() {
        return connected() && audio.present() && !audio.muted();
    }

    void arrive(Client newClient, @Nullable MemberMedia newMedia) {
        client = newClient;
        media = newMedia;
        boolean sound = newMedia != null && newMedia.offersAudio();
        audio = new AudioState(sound, audio.mutedBySelf(), audio.mutedByHost());
        source = newMedia != null && newMedia.offersVideo() ? VideoSource.CAMERA : VideoSource.NONE;
        view = null;
    }

    /** Ends the media, and tells nobody. */
    void depart(long nowNanos) {
        if (media != null) {
            media.close();
        }
        media = null;
        client = null;
        codec = null;
        watched = null;
        shown = null;
        goneSince = nowNanos;
    }

    ParticipantState state() {
        VideoState video =
                new VideoState(source, videoMutedBySelf, videoMutedByHost, codec, codec != null);
        return new ParticipantState(id, name, role, connected(), encoder, audio, video);
    }
}

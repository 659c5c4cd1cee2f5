package io.rostrum.center.room;

import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoTrouble;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sound and picture of one room, as the room needs them. */
public interface RoomMedia {
    /** Says from now on what happens; called once, before all else. */
    void attach(Listener listener);

    /**
     * Answers an offer.
     *
     * @param encoder whether it comes by WHIP: sends only
     * @throws Refusal with {@code BAD_OFFER}
     */
    MemberMedia open(String participant, String offer, boolean encoder, long nowNanos);

    /** A room without sound and picture. */
    static RoomMedia none() {
        return new RoomMedia() {
            @Override
            public void attach(Listener listener) {}

            @Override
            public MemberMedia open(
                    String participant, String offer, boolean encoder, long nowNanos) {
                return MemberMedia.none();
            }
        };
    }

    /** What the media find out, told on the room's thread. */
    interface Listener {
        /** Pictures of that codec arrive from now on; null: none any more. */
        void onVideo(String participant, @Nullable VideoCodec codec);

        /** What is wrong with his picture, and only he can mend; null: nothing any more. */
        void onTrouble(String participant, @Nullable VideoTrouble trouble);

        /** The viewer's picture was cut to that participant's. */
        void onCut(String viewer, String participant);

        void onSpeaker(@Nullable String participant);

        /** Loudness of those who can be heard, dBov. */
        void onLevels(Map<String, Integer> levels);

        /** The connection of that participant is lost. */
        void onLost(String participant, long nowNanos);
    }
}

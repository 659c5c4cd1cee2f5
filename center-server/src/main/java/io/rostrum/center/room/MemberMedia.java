package io.rostrum.center.room;

import io.rostrum.protocol.signal.VideoCodec;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sound and picture of one participant, as the room needs them. */
public interface MemberMedia {
    /** SDP. */
    String answer();

    /** Whether the offer promises sound. */
    boolean offersAudio();

    /** Whether the offer promises a picture. */
    boolean offersVideo();

    boolean decodes(VideoCodec codec);

    /** When the last packet of sound or picture came, or when the line was opened: nanoseconds. */
    long heardAt();

    /** Forwards that participant's picture, from its next key frame on; null: nothing, at once. */
    void watch(@Nullable String participant);

    /** Whether his sound goes into the mix. */
    void hear(boolean audible);

    /**
     * How loud he is in the mix, beside how he comes.
     *
     * @param decibels 0: as he comes
     */
    default void amplify(int decibels) {}

    /** What comes of a wish for a still. */
    enum Still {
        /** It is being made. */
        COMING,
        /** Others have the turn: ask again. */
        LATER,
        /** There is no key frame that is new enough. */
        NOTHING_NEW
    }

    /**
     * Makes a small JPEG of his latest key frame, if that began to arrive then or later.
     *
     * @param made told once, on the room's thread, where it is coming; null: nothing can be seen
     */
    default Still still(long sinceNanos, Consumer<byte @Nullable []> made) {
        return Still.LATER;
    }

    /** Asks him for a key frame, unless one is on its way. */
    default void requestKeyFrame() {}

    /**
     * Whether media or a report of his ever came: who never sends does not hold a place for long.
     */
    default boolean proven() {
        return true;
    }

    void close();

    /** Somebody without sound and picture. */
    static MemberMedia none() {
        return new MemberMedia() {
            @Override
            public String answer() {
                return "";
            }

            @Override
            public boolean offersAudio() {
                return false;
            }

            @Override
            public boolean offersVideo() {
                return false;
            }

            @Override
            public boolean decodes(VideoCodec codec) {
                return true;
            }

            @Override
            public long heardAt() {
                return 0;
            }

            @Override
            public void watch(@Nullable String participant) {}

            @Override
            public void hear(boolean audible) {}

            @Override
            public void close() {}
        };
    }
}

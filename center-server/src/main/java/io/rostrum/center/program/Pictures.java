package io.rostrum.center.program;

/** The sources as the program needs them; called on the room's thread. */
public interface Pictures {
    /** Give this source's pictures to {@link Program#onPicture} from now on. */
    void subscribe(String source);

    /** They are no longer needed. */
    void unsubscribe(String source);

    /**
     * The source does not answer: give its pictures since its latest key frame to {@link
     * Program#onGroup} at once, and then those that follow.
     */
    void showAgain(String source);

    /** Ask the source for a key frame (PLI), at once. */
    void requestKeyFrame(String source);
}

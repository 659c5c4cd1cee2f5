package io.rostrum.center.program;

import java.time.Duration;

/**
 * The times by which pictures are cut; those of the default were found by trial.
 *
 * @param firstPicture how long a start waits for a source before stand-by opens the program
 * @param firstSegment the same for the first segment: nobody can play before one is whole
 * @param segment age of a segment at which the source is asked for its next key frame
 * @param ownKey a key frame of the source on air opens a segment only from this age on
 * @param ask how long until a wish for a key frame is repeated
 * @param quiet without a picture for that long: ask for a key frame, the source may be just still
 * @param frozen without a picture for that long: the source counts as frozen
 * @param fill distance of the pictures that stand in
 * @param repeat for how long a frozen source's last key frame stands in; then stand-by
 * @param squeezed distance of pictures whose own times would go back
 * @param patience how long a key frame is waited for; then the source's latest one is gone back to
 * @param late a taken source that sends no picture for that long: the one before is shown no more
 * @param caughtUp distance of the pictures since then, which are only there to be decoded
 */
public record Rhythm(
        Duration firstPicture,
        Duration firstSegment,
        Duration segment,
        Duration ownKey,
        Duration ask,
        Duration quiet,
        Duration frozen,
        Duration fill,
        Duration repeat,
        Duration squeezed,
        Duration patience,
        Duration late,
        Duration caughtUp) {
    public static final Rhythm DEFAULT =
            new Rhythm(
                    Duration.ofMillis(500),
                    Duration.ofMillis(600),
                    Duration.ofMillis(1800),
                    Duration.ofMillis(1000),
                    Duration.ofMillis(300),
                    Duration.ofMillis(300),
                    Duration.ofMillis(500),
                    Duration.ofMillis(200),
                    Duration.ofSeconds(3),
                    Duration.ofMillis(5),
                    Duration.ofMillis(400),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(1));

    public Rhythm {
        if (quiet.compareTo(frozen) > 0 || ownKey.compareTo(segment) > 0) {
            throw new IllegalArgumentException("quiet before frozen, own key frame before segment");
        }
    }
}

package io.rostrum.testing;

import java.util.Map;

/**
 * What a page's main video shows now.
 *
 * @param colour the centre's average, as the nearest of the palette; black when there is none
 * @param width of the decoded picture, in pixels; 0 when there is none
 * @param height of the decoded picture, in pixels
 * @param time position of the video, in seconds
 * @param moving whether it is neither paused nor waiting for data
 */
public record Sight(Colour colour, int width, int height, double time, boolean moving) {
    /** What {@code rostrumProof.sees()} has answered. */
    public static Sight of(Map<?, ?> answer) {
        return of(new Answer(answer));
    }

    static Sight of(Answer answer) {
        return new Sight(
                answer.colour(),
                answer.whole("width"),
                answer.whole("height"),
                answer.number("time"),
                answer.flag("moving"));
    }
}

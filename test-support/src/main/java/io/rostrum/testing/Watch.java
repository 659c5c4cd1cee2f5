package io.rostrum.testing;

import java.util.List;

/**
 * What a page has shown while somebody watched.
 *
 * @param frames how many were drawn
 * @param longestGapMillis between two drawn frames
 * @param stalls how often the player waited for data
 * @param changes of colour, in order
 * @param gaps of more than half a second between two drawn frames
 * @param waits for each stall what the player had and what it loaded around it, to be read
 * @param again segments and parts that the page loaded more than once
 */
public record Watch(
        int frames,
        double longestGapMillis,
        int stalls,
        List<Change> changes,
        List<Gap> gaps,
        List<String> waits,
        List<String> again) {
    /**
     * The first frame of another colour was drawn.
     *
     * @param millis wall time of that frame, since 1970
     */
    public record Change(Colour colour, double millis) {}

    /**
     * Nothing new was drawn for a while.
     *
     * @param millis wall time of the last frame before, since 1970
     * @param length in milliseconds
     * @param time position of the video behind it, in seconds
     */
    public record Gap(double millis, double length, double time) {}

    public Watch {
        changes = List.copyOf(changes);
        gaps = List.copyOf(gaps);
        waits = List.copyOf(waits);
        again = List.copyOf(again);
    }

    static Watch of(Answer answer) {
        return new Watch(
                answer.whole("frames"),
                answer.number("longestGap"),
                answer.whole("stalls"),
                answer.list("changes").stream()
                        .map(change -> new Change(change.colour(), change.number("millis")))
                        .toList(),
                answer.list("gaps").stream()
                        .map(gap ->
                                new Gap(
                                        gap.number("millis"),
                                        gap.number("length"),
                                        gap.number("time")))
                        .toList(),
                answer.texts("waits"),
                answer.texts("again"));
    }
}

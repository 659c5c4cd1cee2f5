package io.rostrum.testing;

import java.util.List;

/**
 * What a page has shown while somebody watched.
 *
 * @param frames how many were drawn
 * @param longestGapMillis between two drawn frames
 * @param stalls how often the player waited for data
 * @param changes of colour, in order
 */
public record Watch(int frames, double longestGapMillis, int stalls, List<Change> changes) {
    /**
     * The first frame of another colour was drawn.
     *
     * @param millis wall time of that frame, since 1970
     */
    public record Change(Colour colour, double millis) {}

    public Watch {
        changes = List.copyOf(changes);
    }

    static Watch of(Answer answer) {
        return new Watch(
                answer.whole("frames"),
                answer.number("longestGap"),
                answer.whole("stalls"),
                answer.list("changes").stream()
                        .map(change -> new Change(change.colour(), change.number("millis")))
                        .toList());
    }
}

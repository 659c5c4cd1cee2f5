package io.rostrum.media.video;

import java.util.List;

/** Which of a source's encodings somebody gets; pure. */
public final class LayerChoice {
    /**
     * One encoding.
     *
     * @param sending whether it comes at all
     * @param bitsPerSecond what it takes, 0 when nobody knows
     */
    public record Layer(boolean sending, long bitsPerSecond) {}

    private LayerChoice() {}

    /**
     * The best that comes and fits, else the least that comes, else the first.
     *
     * @param layers the best first
     * @param most bits per second that the way has room for
     * @return an index of {@code layers}, which has to have one at least
     */
    public static int best(List<Layer> layers, long most) {
        int least = -1;
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).sending()) {
                if (layers.get(i).bitsPerSecond() <= most) {
                    return i;
                }
                least = i;
            }
        }
        return Math.max(0, least);
    }
}

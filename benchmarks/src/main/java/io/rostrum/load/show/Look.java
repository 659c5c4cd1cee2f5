package io.rostrum.load.show;

import java.awt.Color;

/**
 * How a person and his place look.
 *
 * @param wall top of the wall behind him
 * @param floor its lower end
 * @param accent of the name's strip and what stands about
 */
public record Look(
        Place place,
        Color wall,
        Color floor,
        Color accent,
        Color skin,
        Color hair,
        Color cloth,
        boolean longHair) {
    /** Where somebody sits. */
    public enum Place {
        NEWSROOM(7),
        LIBRARY(8),
        GARDEN(9);

        private final int seed;

        Place(int seed) {
            this.seed = seed;
        }

        /** What makes one place unlike the other where chance decides. */
        int seed() {
            return seed;
        }
    }
}

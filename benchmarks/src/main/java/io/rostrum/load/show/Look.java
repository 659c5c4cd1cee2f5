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
        NEWSROOM,
        LIBRARY,
        GARDEN
    }
}

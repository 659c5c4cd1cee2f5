package io.rostrum.system;

import io.rostrum.load.scene.Tint;
import io.rostrum.testing.Colour;

/** Colours of the palette as synthetic cameras write them. */
final class Tints {
    static final Tint RED = of(Colour.RED);
    static final Tint GREEN = of(Colour.GREEN);
    static final Tint BLUE = of(Colour.BLUE);
    static final Tint YELLOW = of(Colour.YELLOW);
    static final Tint PURPLE = of(Colour.PURPLE);

    private Tints() {}

    static Tint of(Colour colour) {
        return new Tint(colour.y(), colour.u(), colour.v());
    }
}

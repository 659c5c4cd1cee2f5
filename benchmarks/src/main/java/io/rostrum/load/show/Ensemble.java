package io.rostrum.load.show;

import io.rostrum.load.peer.Persona;
import java.awt.Color;
import java.util.List;

/** The three people of the demo. */
public final class Ensemble {
    private static final Look NEWSROOM =
            new Look(
                    Look.Place.NEWSROOM,
                    new Color(40, 46, 66),
                    new Color(22, 26, 40),
                    new Color(255, 92, 76),
                    new Color(226, 176, 146),
                    new Color(58, 36, 28),
                    new Color(154, 42, 52),
                    true);
    private static final Look LIBRARY =
            new Look(
                    Look.Place.LIBRARY,
                    new Color(62, 46, 38),
                    new Color(40, 30, 26),
                    new Color(72, 190, 168),
                    new Color(150, 104, 78),
                    new Color(24, 20, 20),
                    new Color(34, 98, 96),
                    false);
    private static final Look GARDEN =
            new Look(
                    Look.Place.GARDEN,
                    new Color(126, 186, 226),
                    new Color(222, 238, 240),
                    new Color(240, 150, 96),
                    new Color(240, 202, 168),
                    new Color(32, 30, 36),
                    new Color(70, 86, 170),
                    false);

    private Ensemble() {}

    /** Ana, Ben and Chen, in the order of their {@link Turns}. */
    public static List<Persona> people() {
        return List.of(
                person(0, "Ana", "Presenter", NEWSROOM, 208),
                person(1, "Ben", "From the library", LIBRARY, 122),
                person(2, "Chen", "Out in the garden", GARDEN, 162));
    }

    private static Persona person(int number, String name, String role, Look look, double hertz) {
        Speech speech = new Speech(number, hertz);
        return Persona.of(name, new Presenter(name, role, look, speech), speech)
                .sized(Presenter.WIDTH, Presenter.HEIGHT, 1_500_000)
                .repeating(Turns.ROUND);
    }
}

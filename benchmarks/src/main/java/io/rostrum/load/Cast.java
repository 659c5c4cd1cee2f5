package io.rostrum.load;

import io.rostrum.load.peer.Persona;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Tint;
import io.rostrum.load.scene.Voice;
import java.util.List;

/** People to fill rooms with. */
final class Cast {
    private static final List<String> NAMES =
            List.of("Ana", "Ben", "Chen", "Dora", "Emil", "Fatima", "Goran", "Hana");
    private static final List<Tint> TINTS =
            List.of(
                    Tint.rgb(196, 74, 60),
                    Tint.rgb(38, 128, 112),
                    Tint.rgb(64, 92, 190),
                    Tint.rgb(176, 128, 36),
                    Tint.rgb(134, 70, 160),
                    Tint.rgb(60, 140, 70),
                    Tint.rgb(40, 130, 170),
                    Tint.rgb(170, 64, 110));
    private static final List<Double> PITCHES = List.of(220.0, 165.0, 262.0, 196.0);

    private Cast() {}

    /** Somebody and his voice. */
    record Actor(Persona persona, Voice voice) {}

    /** The actor of this number; names repeat with a number behind them. */
    static Actor actor(int number) {
        String name = NAMES.get(number % NAMES.size());
        if (number >= NAMES.size()) {
            name += " " + (number / NAMES.size() + 1);
        }
        Voice voice = new Voice(PITCHES.get(number % PITCHES.size()));
        Portrait portrait = new Portrait(name, TINTS.get(number % TINTS.size()));
        return new Actor(Persona.of(name, portrait, voice), voice);
    }
}

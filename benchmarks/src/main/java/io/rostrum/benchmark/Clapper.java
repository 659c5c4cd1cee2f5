package io.rostrum.benchmark;

import io.rostrum.load.scene.Camera;
import io.rostrum.load.scene.FlashAndBeep;
import io.rostrum.load.scene.Microphone;
import java.util.ArrayList;
import java.util.List;

/** A clapperboard that strikes at every full second. */
final class Clapper {
    static final long PERIOD_MILLIS = 1000;
    static final long LENGTH_MILLIS = 120;

    /** From that on a picture counts as bright, of 255. */
    static final double BRIGHT = 128;

    /**
     * Two things of one strike.
     *
     * @param late milliseconds from the first to the second
     */
    record Pair(double first, double late) {}

    private final FlashAndBeep scene = new FlashAndBeep(1000 * PERIOD_MILLIS, 1000 * LENGTH_MILLIS);

    Camera camera() {
        return new Stamp(scene);
    }

    Microphone microphone() {
        return scene;
    }

    /** When the picture flashes. */
    static List<Double> flashes(List<Lens.Frame> frames) {
        List<Double> flashes = new ArrayList<>();
        for (int i = 1; i < frames.size(); i++) {
            if (frames.get(i).bright() > BRIGHT && frames.get(i - 1).bright() <= BRIGHT) {
                flashes.add(frames.get(i).drawn());
            }
        }
        return flashes;
    }

    /** Milliseconds that the sound is behind the picture, strike by strike. */
    static List<Double> late(List<Double> flashes, List<Double> beeps) {
        return pairs(flashes, beeps).stream().map(Pair::late).toList();
    }

    /** For each of {@code first} the nearest of {@code second}, if it is of the same strike. */
    static List<Pair> pairs(List<Double> first, List<Double> second) {
        List<Pair> pairs = new ArrayList<>();
        for (double one : first) {
            double late = Double.POSITIVE_INFINITY;
            for (double other : second) {
                late = Math.abs(other - one) < Math.abs(late) ? other - one : late;
            }
            if (Math.abs(late) < PERIOD_MILLIS / 2.0) {
                pairs.add(new Pair(one, late));
            }
        }
        return pairs;
    }

    /** Milliseconds from the full second before: the age of a strike that is younger than that. */
    static double sinceStrike(double wallMillis) {
        return wallMillis % PERIOD_MILLIS;
    }
}

package io.rostrum.benchmark;

import java.util.List;

/**
 * One line of the table: what was measured, again and again.
 *
 * @param target in words, as it was promised; empty where nothing was
 * @param digits behind the point
 */
public record Figure(String name, String target, String unit, int digits, List<Double> samples) {
    public Figure {
        samples = samples.stream().sorted().toList();
    }

    static Figure millis(String name, String target, List<Double> samples) {
        return new Figure(name, target, "ms", 0, samples);
    }

    /** The same of an earlier tree. */
    Figure before() {
        return new Figure("before: " + name, target, unit, digits, samples);
    }

    public double median() {
        int size = samples.size();
        return size == 0 ? Double.NaN : (samples.get((size - 1) / 2) + samples.get(size / 2)) / 2;
    }

    public double least() {
        return samples.isEmpty() ? Double.NaN : samples.getFirst();
    }

    public double most() {
        return samples.isEmpty() ? Double.NaN : samples.getLast();
    }
}

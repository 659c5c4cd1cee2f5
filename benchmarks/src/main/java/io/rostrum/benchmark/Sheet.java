package io.rostrum.benchmark;

import java.util.List;
import java.util.Locale;

/** Figures as a table that Markdown and eyes can read. */
final class Sheet {
    static final String HEAD =
            """
            | figure | target | median | min | max | n |
            |---|---|---|---|---|---|
            """;

    private Sheet() {}

    static String lines(List<Figure> figures) {
        StringBuilder text = new StringBuilder();
        for (Figure figure : figures) {
            text.append(line(figure));
        }
        return text.toString();
    }

    private static String line(Figure figure) {
        return "| %s | %s | %s | %s | %s | %d |%n"
                .formatted(
                        figure.name(),
                        figure.target(),
                        number(figure, figure.median()),
                        number(figure, figure.least()),
                        number(figure, figure.most()),
                        figure.samples().size());
    }

    private static String number(Figure figure, double value) {
        return Double.isNaN(value)
                ? "none"
                : String.format(Locale.ROOT, "%." + figure.digits() + "f %s", value, figure.unit());
    }
}

package io.rostrum.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reader likes best, as his headers weigh it (RFC 9110 section 12.4.2). */
final class Preference {
    private Preference() {}

    /**
     * How much he likes the first of these that he names himself.
     *
     * @param lines of a header such as Accept
     * @param names in lower case
     * @return from 0 to 1; 0 where he names none of them
     */
    static double weight(List<String> lines, String... names) {
        double best = 0;
        for (String line : lines) {
            for (String item : line.split(",")) {
                String[] parts = item.split(";");
                if (List.of(names).contains(word(parts.length == 0 ? "" : parts[0]))) {
                    best = Math.max(best, quality(parts));
                }
            }
        }
        return best;
    }

    /**
     * The one of these words that stands first among those of equal weight: a language by its first
     * part.
     */
    static Optional<String> best(List<String> lines, List<String> names) {
        Optional<String> best = Optional.empty();
        double weight = 0;
        for (String line : lines) {
            for (String item : line.split(",")) {
                String[] parts = item.split(";");
                String name = word(parts.length == 0 ? "" : parts[0]).split("-", 2)[0];
                if (names.contains(name) && quality(parts) > weight) {
                    best = Optional.of(name);
                    weight = quality(parts);
                }
            }
        }
        return best;
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static double quality(String[] parts) {
        for (String part : parts) {
            String parameter = word(part);
            if (parameter.startsWith("q=")) {
                String value = parameter.substring(2);
                return value.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(value) : 0;
            }
        }
        return 1;
    }
}

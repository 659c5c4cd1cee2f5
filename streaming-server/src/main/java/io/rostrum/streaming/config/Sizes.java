package io.rostrum.streaming.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes and times as operators write them: {@code 500MB}, {@code 2TB}, {@code 5m}, {@code 700ms}.
 */
final class Sizes {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\s*([a-zA-Z]*)");
    private static final Map<String, Long> BYTES =
            Map.of("", 1L, "B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30, "TB", 1L << 40);
    private static final Map<String, Long> MILLIS =
            Map.of(
                    "",
                    1000L,
                    "MS",
                    1L,
                    "S",
                    1000L,
                    "M",
                    60_000L,
                    "H",
                    3_600_000L,
                    "D",
                    86_400_000L);

    private Sizes() {}

    static long bytes(String option, String text) {
        return read(option, text, BYTES, "10GB");
    }

    static Duration duration(String option, String text) {
        return Duration.ofMillis(read(option, text, MILLIS, "5m"));
    }

    private static long read(String option, String text, Map<String, Long> units, String example) {
        Matcher matcher = FORM.matcher(text.trim());
        Long unit = matcher.matches() ? units.get(matcher.group(2).toUpperCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new IllegalArgumentException(
                    option + " is written like " + example + ", not: " + text);
        }
        return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
    }
}

package io.rostrum.streaming.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One byte range of a body (RFC 9110 section 14).
 *
 * @param to exclusive
 */
public record Range(long from, long to) {
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    public long length() {
        return to - from;
    }

    /**
     * What a Range header asks for; nothing where it is to be ignored (absent, malformed, several).
     *
     * @throws Refusal 416 where it lies outside
     */
    public static Optional<Range> read(@Nullable String header, long length) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(header.trim());
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        boolean suffix = matcher.group(1).isEmpty();
        long first = suffix ? 0 : Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? length - 1 : Long.parseLong(matcher.group(2));
        if (!suffix && !matcher.group(2).isEmpty() && last < first) {
            return Optional.empty();
        }
        Range range =
                suffix
                        ? new Range(Math.max(0, length - last), length)
                        : new Range(first, Math.min(last + 1, length));
        if (range.from >= length || range.length() <= 0) {
            throw new Refusal(
                    new Problem(
                            "bad-range",
                            416,
                            "bad range",
                            "The resource has " + length + " bytes."));
        }
        return Optional.of(range);
    }
}

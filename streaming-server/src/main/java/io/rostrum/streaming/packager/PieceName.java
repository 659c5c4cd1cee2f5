package io.rostrum.streaming.packager;

import io.rostrum.streaming.timeline.Extent;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Name of a piece of a recording: {@code p12-40.3.m4s} is piece 3 of segments 12 to 39, {@code
 * p3.m4s} that of all. A name means the same bytes for ever, whatever is cut later.
 *
 * @param front what all pieces have in common that were divided together
 */
public record PieceName(Front front, int number) {
    private static final Pattern NAME =
            Pattern.compile("(?:(p)(?:(\\d{1,9})-(\\d{1,9})\\.)?)?(\\d{1,8})\\.m4s");

    /**
     * @param of the segments that were divided
     * @param brief as recordings are divided; else as they were before, and as the past of a live
     *     program is
     */
    public record Front(Extent of, boolean brief) {
        /** As the recording is played now. */
        public static Front of(Extent shown) {
            return new Front(shown, true);
        }

        String name(int number) {
            return "p" + of.prefix() + number + ".m4s";
        }
    }

    /** The name; nothing where it is another file's. */
    public static Optional<PieceName> read(String text) {
        Matcher name = NAME.matcher(text);
        if (!name.matches()) {
            return Optional.empty();
        }
        return extent(name.group(2), name.group(3))
                .map(of -> new Front(of, name.group(1) != null))
                .map(front -> new PieceName(front, Integer.parseInt(name.group(4))));
    }

    private static Optional<Extent> extent(@Nullable String from, @Nullable String to) {
        if (from == null || to == null) {
            return Optional.of(Extent.ALL);
        }
        long first = Long.parseLong(from);
        long end = Long.parseLong(to);
        return end <= first ? Optional.empty() : Optional.of(new Extent(first, end));
    }
}

package io.rostrum.protocol.feed;

import java.util.Optional;

/** A room's, participant's, channel's or session's id: safe in a path and as a file name. */
public record Id(String text) {
    public static final int MAX_LENGTH = 64;

    public Id {
        if (!valid(text)) {
            throw new IllegalArgumentException("not an id: 1 to 64 of A-Z a-z 0-9 _ -");
        }
    }

    /** Whether the text matches {@code [A-Za-z0-9_-]{1,64}}. */
    public static boolean valid(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!allowed(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The id, or nothing when the text is not one. */
    public static Optional<Id> parse(String text) {
        return valid(text) ? Optional.of(new Id(text)) : Optional.empty();
    }

    private static boolean allowed(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '-';
    }

    @Override
    public String toString() {
        return text;
    }
}

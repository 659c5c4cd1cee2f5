package io.rostrum.streaming.guide;

/**
 * Somebody's words made harmless for text formats: no control characters, no half characters,
 * nothing that turns the reading direction of what follows. What remains is legal in XML 1.0
 * (section 2.2).
 */
final class Plain {
    private static final int REPLACEMENT = 0xFFFD;

    private Plain() {}

    /** In one line. */
    static String line(String words) {
        return text(words).replaceAll("\\s+", " ").strip();
    }

    /** With its line breaks. */
    static String text(String words) {
        StringBuilder out = new StringBuilder(words.length());
        words.codePoints()
                .map(Plain::harmless)
                .filter(point -> point >= 0)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    /** The code point to write instead; negative for none. */
    private static int harmless(int point) {
        if (point == '\n' || point == '\t') {
            return point;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SURROGATE -> REPLACEMENT;
            default -> turnsDirection(point) ? -1 : (point & 0xFFFE) == 0xFFFE ? ' ' : point;
        };
    }

    /** Embeddings, overrides and isolates (UAX 9, section 2) that may be left open. */
    private static boolean turnsDirection(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }
}

package io.rostrum.protocol.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes typed words harmless to show: nothing in them breaks a line, turns the text round or hides.
 *
 * <p>One for all names, titles and descriptions on both servers.
 */
public final class Words {
    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;
    private static final int REPLACEMENT = 0xFFFD;

    private Words() {}

    /** On one line: whatever is no visible sign is one space or nothing. */
    public static String line(String typed) {
        return clean(typed, false).replaceAll(" {2,}", " ").strip();
    }

    /** Its beginning, of at most so many UTF-16 units and never of half a letter. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean half = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, half ? most - 1 : most);
    }

    /** On several lines: line feeds and tabs stay. */
    public static String lines(String typed) {
        return clean(typed.replace("\r\n", "\n"), true).strip();
    }

    /**
     * The same for words that look alike: without case, width, spaces and what Unicode calls
     * compatible (UAX 15, NFKC). Letters of other scripts that look like Latin ones stay apart: who
     * may be taken for whom is asked of the center's {@code Guise}.
     */
    public static String likeness(String words) {
        String folded =
                Normalizer.normalize(line(words), Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC)
                .codePoints()
                .filter(point -> !isUnseen(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String clean(String typed, boolean several) {
        StringBuilder out = new StringBuilder(typed.length());
        typed.codePoints()
                .map(point -> several && (point == '\n' || point == '\t') ? point : shown(point))
                .filter(point -> point >= 0)
                .filter(point -> !isJoiner(point) || follows(out))
                .forEach(out::appendCodePoint);
        while (!out.isEmpty() && isJoiner(out.charAt(out.length() - 1))) {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    /** A joiner means something only behind a sign. */
    private static boolean follows(StringBuilder out) {
        return !out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1));
    }

    private static boolean isJoiner(int point) {
        return point == JOINER || point == NON_JOINER;
    }

    /** What stands for that sign, or -1 for nothing. */
    private static int shown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    ' ';
            case Character.FORMAT -> isJoiner(point) ? point : -1; // emoji and Persian need these
            case Character.SURROGATE -> REPLACEMENT;
            default -> isBlank(point) ? ' ' : point;
        };
    }

    /** Letters and symbols that draw nothing: Hangul fillers, the empty Braille cell. */
    private static boolean isBlank(int point) {
        return point == 0x115F
                || point == 0x1160
                || point == 0x2800
                || point == 0x3164
                || point == 0xFFA0;
    }

    private static boolean isUnseen(int point) {
        return Character.isWhitespace(point)
                || isJoiner(point)
                || point == 0x034F // combining grapheme joiner
                || point >= 0xFE00 && point <= 0xFE0F // variation selectors
                || point >= 0xE0100 && point <= 0xE01EF;
    }
}

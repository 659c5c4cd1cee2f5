package io.rostrum.media.video;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The letters of nearly every writing as sixteen rows of points, from GNU Unifont.
 *
 * <p>{@code glyphs.gz}: for each letter in order its UTF-16 code, its bytes to the row (1 or 2),
 * and the rows from the top, the leftmost point in the highest bit. It is read through for every
 * text and not kept: texts are few.
 */
final class Glyphs {
    static final int ROWS = 16;

    private static final int HALF = 8;

    /** Stands for what has no glyph. */
    private static final char UNKNOWN = '\uFFFD';

    /** One letter, or a mark upon the one before. */
    static final class Glyph {
        private final int columns;
        private final int back;
        private final boolean space;
        private final int[] rows;

        private Glyph(int columns, int back, boolean space, int[] rows) {
            this.columns = columns;
            this.back = back;
            this.space = space;
            this.rows = rows;
        }

        /** 8 or 16; 0 where it is a mark. */
        int columns() {
            return columns;
        }

        /** How many columns before its place it begins: a mark lies over the letter before. */
        int back() {
            return back;
        }

        boolean space() {
            return space;
        }

        boolean lit(int column, int row) {
            return (rows[row] << 16 + column) < 0;
        }
    }

    private Glyphs() {}

    /** The glyphs of a line of text, the leftmost first; null of one that is nothing to see. */
    static List<Glyph> of(String text) {
        List<Integer> letters =
                inSight(Joining.of(Normalizer.normalize(text, Normalizer.Form.NFC)));
        Map<Character, int[]> found =
                read(letters.stream().map(Glyphs::code).collect(Collectors.toSet()));
        List<Glyph> line = new ArrayList<>();
        for (int letter : letters) {
            int[] rows = found.get(code(letter));
            line.add(
                    glyph(
                            letter,
                            rows == null ? Objects.requireNonNull(found.get(UNKNOWN)) : rows));
        }
        return line;
    }

    private static Glyph glyph(int letter, int[] rows) {
        boolean space = Character.isWhitespace(letter);
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK -> new Glyph(0, HALF, space, rows);
            case Character.COMBINING_SPACING_MARK ->
                    new Glyph(HALF, rightOnly(rows) ? HALF : 0, space, rows);
            default -> new Glyph(rows[ROWS], 0, space, rows);
        };
    }

    /** A vowel that stands behind its consonant is drawn in the right part of its cell. */
    private static boolean rightOnly(int[] rows) {
        int lit = 0;
        for (int row = 0; row < ROWS; row++) {
            lit |= rows[row];
        }
        return Integer.numberOfLeadingZeros(lit) - 16 >= HALF / 2;
    }

    private static char code(int letter) {
        return letter > 0xFFFF ? UNKNOWN : (char) letter;
    }

    /** From left to right, as it is read; without what only tells others how to be drawn. */
    private static List<Integer> inSight(String text) {
        List<Integer> letters = new ArrayList<>();
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        List<Byte> levels = new ArrayList<>();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int letter = text.codePointAt(i);
            if (!hidden(letter)) {
                letters.add(letter);
                levels.add((byte) bidi.getLevelAt(i));
            }
        }
        byte[] order = new byte[levels.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = levels.get(i);
        }
        Object[] sorted = letters.toArray();
        if (order.length > 0) {
            Bidi.reorderVisually(order, 0, sorted, 0, order.length);
        }
        return List.of(sorted).stream().map(Integer.class::cast).toList();
    }

    /** Joiners, variation selectors, and pictures of supplementary planes, which are no letters. */
    private static boolean hidden(int letter) {
        int type = Character.getType(letter);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || letter >= 0xFE00 && letter <= 0xFE0F
                || letter > 0xFFFF && !Character.isLetter(letter);
    }

    private static Map<Character, int[]> read(Set<Character> wanted) {
        Map<Character, int[]> found = new HashMap<>();
        try (DataInputStream in = open()) {
            for (Character letter = next(in); letter != null; letter = next(in)) {
                int[] rows = rows(in);
                if (wanted.contains(letter) || letter == UNKNOWN) {
                    found.put(letter, rows);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static DataInputStream open() throws IOException {
        var file = Objects.requireNonNull(Glyphs.class.getResourceAsStream("glyphs.gz"));
        return new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)));
    }

    private static @Nullable Character next(DataInputStream in) throws IOException {
        try {
            return in.readChar();
        } catch (EOFException end) {
            return null;
        }
    }

    /** The columns stand behind the rows. */
    private static int[] rows(DataInputStream in) throws IOException {
        int bytes = in.readUnsignedByte();
        int[] rows = new int[ROWS + 1];
        for (int row = 0; row < ROWS; row++) {
            rows[row] = bytes == 1 ? in.readUnsignedByte() << 8 : in.readUnsignedShort();
        }
        rows[ROWS] = 8 * bytes;
        return rows;
    }
}

package io.rostrum.media.video;

import io.rostrum.media.codec.CodecException;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.video.Glyphs.Glyph;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in a program where nobody's picture is: a name, in points of light between two lines.
 *
 * <p>To look at some: {@code mvn -pl media -am test -Dtest=NameCardTest
 * -Dsurefire.failIfNoSpecifiedTests=false} writes {@code media/target/card-*.jpg}.
 */
public final class NameCard {
    private static final int MOST_LINES = 3;

    /** The part of the width that may be written on. */
    private static final double WIDE = 0.84;

    /**
     * Of the height, from one point to the next: a name is written so large where there is room.
     */
    private static final double LARGEST = 10.0 / 720;

    private static final double SMALLEST = 4.0 / 720;

    /** Rows from one line of letters to the next, and to the lines above and below. */
    private static final int LEADING = Glyphs.ROWS + 3;

    private static final int APART = 6;

    /** Of the distance of two points. */
    private static final double RADIUS = 0.39;

    private NameCard() {}

    /**
     * One key frame, NAL units with 4-byte lengths.
     *
     * @param width even, at least 16
     * @param height even, at least 16
     * @throws CodecException without an encoder
     */
    public static byte[] keyFrame(String text, int width, int height) {
        return StandBy.keyFrame(draw(text, width, height));
    }

    static Picture draw(String text, int width, int height) {
        List<Glyph> glyphs = Glyphs.of(text);
        int room = (int) (width * WIDE / pitch(SMALLEST, width, height));
        List<List<Glyph>> lines = wrap(glyphs, room);
        int longest = lines.stream().mapToInt(NameCard::columns).max().orElse(0);
        double pitch = Math.min(pitch(LARGEST, width, height), width * WIDE / Math.max(longest, 1));
        Points board = Points.on(width, height, pitch * RADIUS);
        write(board, lines, longest, pitch);
        return board.picture();
    }

    /** A card of a phone held upright is as narrow as the phone. */
    private static double pitch(double part, int width, int height) {
        return part * Math.min(height, width * 9.0 / 16 * 1.6);
    }

    private static void write(Points board, List<List<Glyph>> lines, int longest, double pitch) {
        Picture picture = board.picture();
        int rows = lines.size() * LEADING - (LEADING - Glyphs.ROWS);
        double top = picture.height() / 2.0 - (rows - 1) * pitch / 2;
        for (int line = 0; line < lines.size(); line++) {
            row(board, lines.get(line), top + line * LEADING * pitch, pitch);
        }
        double left = picture.width() / 2.0 - (longest + 3) * pitch / 2;
        for (int column = 0; column < longest + 4; column++) {
            board.light(left + column * pitch, top - APART * pitch, Points.LINE);
            board.light(left + column * pitch, top + (rows - 1 + APART) * pitch, Points.LINE);
        }
    }

    private static void row(Points board, List<Glyph> line, double top, double pitch) {
        double left = board.picture().width() / 2.0 - (columns(line) - 1) * pitch / 2;
        int column = 0;
        for (Glyph glyph : line) {
            int begins = Math.max(0, column - glyph.back());
            write(board, glyph, left + begins * pitch, top, pitch);
            column += glyph.columns();
        }
    }

    private static void write(Points board, Glyph glyph, double left, double top, double pitch) {
        for (int row = 0; row < Glyphs.ROWS; row++) {
            for (int column = 0; column < 16; column++) {
                if (glyph.lit(column, row)) {
                    board.light(left + column * pitch, top + row * pitch, Points.LIGHT);
                }
            }
        }
    }

    private static int columns(List<Glyph> line) {
        return line.stream().mapToInt(Glyph::columns).sum();
    }

    /** Breaks at spaces where there are some; what is too long for all lines is cut. */
    private static List<List<Glyph>> wrap(List<Glyph> glyphs, int room) {
        List<List<Glyph>> lines = new ArrayList<>();
        List<Glyph> rest = glyphs;
        while (!rest.isEmpty() && lines.size() < MOST_LINES) {
            int fits = fits(rest, room);
            lines.add(trimmed(rest.subList(0, fits)));
            rest = trimmed(rest.subList(fits, rest.size()));
        }
        return lines;
    }

    private static int fits(List<Glyph> line, int room) {
        int columns = 0;
        int end = 0;
        while (end < line.size() && columns + line.get(end).columns() <= room) {
            columns += line.get(end++).columns();
        }
        if (end == line.size()) {
            return end;
        }
        int space = end;
        while (space > 0 && !line.get(space).space()) {
            space--;
        }
        return Math.max(1, space > 0 ? space : end);
    }

    private static List<Glyph> trimmed(List<Glyph> line) {
        int from = 0;
        int to = line.size();
        while (from < to && line.get(from).space()) {
            from++;
        }
        while (to > from && line.get(to - 1).space()) {
            to--;
        }
        return line.subList(from, to);
    }
}

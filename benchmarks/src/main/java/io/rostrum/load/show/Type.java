package io.rostrum.load.show;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Letters as outlines, so that a machine without any font writes well too. */
final class Type {
    private static final Pattern STEP = Pattern.compile("([MLQZ])([^MLQZ]*)");
    private static final double EM = 1000;
    private static final Map<Character, Glyph> GLYPHS = read();

    private record Glyph(double advance, Path2D outline) {}

    private Type() {}

    /** From the first letter to behind the last, in the units of {@code size}. */
    static double width(String text, double size) {
        return text.chars().mapToDouble(letter -> glyph((char) letter).advance).sum() * size / EM;
    }

    /**
     * @param x left end
     * @param y base line
     * @param size of the em
     */
    static Shape text(String text, double x, double y, double size) {
        Path2D all = new Path2D.Double();
        AffineTransform pen = AffineTransform.getTranslateInstance(x, y);
        pen.scale(size / EM, size / EM);
        for (int i = 0; i < text.length(); i++) {
            Glyph glyph = glyph(text.charAt(i));
            all.append(pen.createTransformedShape(glyph.outline), false);
            pen.translate(glyph.advance, 0);
        }
        return all;
    }

    private static Glyph glyph(char letter) {
        return Objects.requireNonNull(GLYPHS.getOrDefault(letter, GLYPHS.get(' ')));
    }

    private static Map<Character, Glyph> read() {
        Map<Character, Glyph> glyphs = new HashMap<>();
        var file = Objects.requireNonNull(Type.class.getResourceAsStream("type.tsv"));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        String[] cells = line.split("\t", -1);
                        glyphs.put(
                                cells[0].charAt(0),
                                new Glyph(Double.parseDouble(cells[1]), outline(cells[2])));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return glyphs;
    }

    private static Path2D outline(String steps) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        Matcher step = STEP.matcher(steps);
        while (step.find()) {
            String[] words = step.group(2).isEmpty() ? new String[0] : step.group(2).split(" ");
            double[] at = new double[words.length];
            for (int i = 0; i < at.length; i++) {
                at[i] = Double.parseDouble(words[i]);
            }
            go(path, step.group(1).charAt(0), at);
        }
        return path;
    }

    private static void go(Path2D path, char how, double[] at) {
        switch (how) {
            case 'M' -> path.moveTo(at[0], at[1]);
            case 'L' -> path.lineTo(at[0], at[1]);
            case 'Q' -> path.quadTo(at[0], at[1], at[2], at[3]);
            default -> path.closePath();
        }
    }
}

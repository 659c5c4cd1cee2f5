package io.rostrum.media.video;

import io.rostrum.media.codec.CodedPicture;
import io.rostrum.media.codec.H264Encoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoSettings;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * The picture of a program that has none: a calm dark ground, and in points of light that it will
 * be right back, in English and in Chinese.
 *
 * <p>The points are drawn here, so no font of the machine changes the picture. To look at it:
 * {@code mvn -pl media -am test -Dtest=StandByPictureTest -Dsurefire.failIfNoSpecifiedTests=false}
 * writes {@code media/target/stand-by.jpg}.
 */
public final class StandBy {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int PITCH = 9;
    private static final double RADIUS = 3.2;

    /** The rows of points, from the upper line to the lower one. */
    private static final int UPPER_LINE = 0;

    private static final int ENGLISH = 6;
    private static final int CHINESE = 18;
    private static final int LOWER_LINE = 39;

    /** Between the two lines of words: the middle of the picture, which stays dark. */
    private static final int MIDDLE = 16;

    private static final String WORDS = "WE'LL BE RIGHT BACK";

    /** Five columns of seven points, the top row first. */
    private static final Map<Character, String> LETTERS =
            Map.ofEntries(
                    Map.entry('W', "#...#|#...#|#...#|#.#.#|#.#.#|##.##|#...#"),
                    Map.entry('E', "#####|#....|#....|####.|#....|#....|#####"),
                    Map.entry('\'', "..#..|..#..|.#...|.....|.....|.....|....."),
                    Map.entry('L', "#....|#....|#....|#....|#....|#....|#####"),
                    Map.entry('B', "####.|#...#|#...#|####.|#...#|#...#|####."),
                    Map.entry('R', "####.|#...#|#...#|####.|#.#..|#..#.|#...#"),
                    Map.entry('I', ".###.|..#..|..#..|..#..|..#..|..#..|.###."),
                    Map.entry('G', ".####|#....|#....|#..##|#...#|#...#|.####"),
                    Map.entry('H', "#...#|#...#|#...#|#####|#...#|#...#|#...#"),
                    Map.entry('T', "#####|..#..|..#..|..#..|..#..|..#..|..#.."),
                    Map.entry('A', ".###.|#...#|#...#|#####|#...#|#...#|#...#"),
                    Map.entry('C', ".####|#....|#....|#....|#....|#....|.####"),
                    Map.entry('K', "#...#|#..#.|#.#..|##...|#.#..|#..#.|#...#"),
                    Map.entry(' ', ".....|.....|.....|.....|.....|.....|....."));

    private static final String SIGNS = "稍候片刻";

    private StandBy() {}

    /** One key frame of 1280x720, NAL units with 4-byte lengths. */
    public static byte[] keyFrame() {
        return keyFrame(draw());
    }

    /** A picture that is to stand still. */
    static byte[] keyFrame(Picture picture) {
        VideoSettings settings = VideoSettings.of(picture.width(), picture.height(), 5, 1_500_000);
        try (H264Encoder encoder = new H264Encoder(settings)) {
            CodedPicture coded = encoder.encode(picture, 0, true);
            if (coded == null) {
                throw new IllegalStateException("the encoder gave no picture");
            }
            return join(coded.nalUnits());
        }
    }

    private static byte[] join(List<byte[]> units) {
        ByteBuffer out =
                ByteBuffer.allocate(units.stream().mapToInt(unit -> 4 + unit.length).sum());
        units.forEach(unit -> out.putInt(unit.length).put(unit));
        return out.array();
    }

    static Picture draw() {
        Points board = Points.on(WIDTH, HEIGHT, RADIUS);
        List<String> letters =
                WORDS.chars().mapToObj(letter -> LETTERS.get((char) letter)).toList();
        int width = row(board, letters, 1, ENGLISH);
        row(board, Glyphs.of(SIGNS).stream().map(StandBy::points).toList(), 3, CHINESE);
        for (int column = -2; column < width + 2; column++) {
            board.light(x(column, width), y(UPPER_LINE), Points.LINE);
            board.light(x(column, width), y(LOWER_LINE), Points.LINE);
        }
        return board.picture();
    }

    /** As the letters above are written. */
    private static String points(Glyphs.Glyph glyph) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < Glyphs.ROWS; row++) {
            for (int column = 0; column < glyph.columns(); column++) {
                rows.append(glyph.lit(column, row) ? '#' : '.');
            }
            rows.append('|');
        }
        return rows.toString();
    }

    /**
     * A row of glyphs in the middle.
     *
     * @param gap columns between two
     * @param top row of points
     * @return columns
     */
    private static int row(Points board, List<String> glyphs, int gap, int top) {
        int advance = glyphs.getFirst().indexOf('|') + gap;
        int width = glyphs.size() * advance - gap;
        for (int i = 0; i < glyphs.size(); i++) {
            String[] rows = glyphs.get(i).split("\\|");
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < rows[row].length(); column++) {
                    if (rows[row].charAt(column) == '#') {
                        board.light(x(i * advance + column, width), y(top + row), Points.LIGHT);
                    }
                }
            }
        }
        return width;
    }

    private static int x(int column, int width) {
        return WIDTH / 2 + (2 * column - width + 1) * PITCH / 2;
    }

    private static int y(int row) {
        return HEIGHT / 2 + (row - MIDDLE) * PITCH;
    }
}

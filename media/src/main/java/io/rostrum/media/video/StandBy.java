package io.rostrum.media.video;

import io.rostrum.media.codec.CodedPicture;
import io.rostrum.media.codec.H264Encoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoSettings;
import java.nio.ByteBuffer;
import java.util.List;

/** The picture of a program that has none: a calm dark ground and "STAND BY" in points of light. */
public final class StandBy {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int PITCH = 14;
    private static final double RADIUS = 4.6;

    /** Columns of a letter and of the gap behind it. */
    private static final int LETTER = 5;

    private static final int ADVANCE = 6;
    private static final int ROWS = 7;

    /** Limited range BT.601 of #0E1116, #2C3540 (the unlit line) and #F0F3F6. */
    private static final int[] GROUND = {30, 130, 127};

    private static final int LINE = 61;
    private static final int LIGHT = 223;

    private static final String WORDS = "STAND BY";

    /** Five columns of seven points, the top row first. */
    private static final String[] LETTERS = {
        "S.####|#....|#....|.###.|....#|....#|####.",
        "T#####|..#..|..#..|..#..|..#..|..#..|..#..",
        "A.###.|#...#|#...#|#####|#...#|#...#|#...#",
        "N#...#|##..#|#.#.#|#..##|#...#|#...#|#...#",
        "D####.|#...#|#...#|#...#|#...#|#...#|####.",
        "B####.|#...#|#...#|####.|#...#|#...#|####.",
        "Y#...#|#...#|.#.#.|..#..|..#..|..#..|..#..",
    };

    private StandBy() {}

    /** One key frame of 1280x720, NAL units with 4-byte lengths. */
    public static byte[] keyFrame() {
        try (H264Encoder encoder = new H264Encoder(VideoSettings.of(WIDTH, HEIGHT, 5, 1_500_000))) {
            CodedPicture coded = encoder.encode(draw(), 0, true);
            if (coded == null) {
                throw new IllegalStateException("the encoder gave no stand-by picture");
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
        Picture picture = Picture.of(WIDTH, HEIGHT).fill(GROUND[0], GROUND[1], GROUND[2]);
        int width = (WORDS.length() * ADVANCE - 1) * PITCH;
        int left = (WIDTH - width) / 2 + PITCH / 2;
        int top = (HEIGHT - ROWS * PITCH) / 2 + PITCH / 2;
        for (int column = -2; column < WORDS.length() * ADVANCE + 1; column++) {
            point(picture, left + column * PITCH, top - 3 * PITCH, LINE);
            point(picture, left + column * PITCH, top + (ROWS + 2) * PITCH, LINE);
        }
        for (int i = 0; i < WORDS.length(); i++) {
            letter(picture, WORDS.charAt(i), left + i * ADVANCE * PITCH, top);
        }
        return picture;
    }

    private static void letter(Picture picture, char wanted, int left, int top) {
        for (String letter : LETTERS) {
            for (int at = 0; letter.charAt(0) == wanted && at < ROWS * ADVANCE - 1; at++) {
                if (letter.charAt(1 + at) == '#') {
                    int column = at % ADVANCE;
                    int row = at / ADVANCE;
                    assert column < LETTER : "a gap is never lit";
                    point(picture, left + column * PITCH, top + row * PITCH, LIGHT);
                }
            }
        }
    }

    /** A round point with a soft edge. */
    private static void point(Picture picture, int centreX, int centreY, int brightness) {
        int reach = (int) Math.ceil(RADIUS) + 1;
        for (int y = centreY - reach; y <= centreY + reach; y++) {
            for (int x = centreX - reach; x <= centreX + reach; x++) {
                double cover = RADIUS + 0.5 - Math.hypot(x - centreX, y - centreY);
                int value = GROUND[0];
                value += (int) ((brightness - value) * Math.clamp(cover, 0.0, 1.0));
                int at = y * picture.stride(0) + x;
                if (value > (picture.bytes()[at] & 0xFF)) {
                    picture.bytes()[at] = (byte) value;
                }
            }
        }
    }
}

package io.rostrum.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes the film of a fake camera: one colour with a bar that wanders along the lower edge, so
 * that no two frames are alike.
 */
public final class FakeCamera {
    private static final int FRAMES = 16;

    private FakeCamera() {}

    /** A YUV4MPEG2 file, as {@code --use-file-for-fake-video-capture} wants it. */
    public static Path write(Path file, Colour colour, int width, int height, int perSecond)
            throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            String header =
                    "YUV4MPEG2 W" + width + " H" + height + " F" + perSecond + ":1 Ip A1:1 C420\n";
            out.write(header.getBytes(US_ASCII));
            for (int frame = 0; frame < FRAMES; frame++) {
                out.write("FRAME\n".getBytes(US_ASCII));
                out.write(luma(colour, width, height, frame));
                out.write(plane(colour.u(), width * height / 4));
                out.write(plane(colour.v(), width * height / 4));
            }
        }
        return file;
    }

    private static byte[] luma(Colour colour, int width, int height, int frame) {
        byte[] luma = plane(colour.y(), width * height);
        int step = width / FRAMES;
        for (int row = height * 7 / 8; row < height; row++) {
            int from = row * width + frame * step;
            Arrays.fill(luma, from, from + step, (byte) (235 - colour.y() / 2));
        }
        return luma;
    }

    private static byte[] plane(int value, int size) {
        byte[] plane = new byte[size];
        Arrays.fill(plane, (byte) value);
        return plane;
    }
}

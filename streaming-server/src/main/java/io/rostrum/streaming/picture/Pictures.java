package io.rostrum.streaming.picture;

import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a picture of ours from one that somebody sent: decoded, scaled, encoded anew, so that
 * nothing else that the file held goes on. Blocking; any worker.
 */
public final class Pictures {
    /** Bytes that a picture may have as it is sent. */
    public static final int LARGEST = 8 << 20;

    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "bmp");
    private static final long MOST_PIXELS = 50_000_000;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final float QUALITY = 0.85f;

    /** A picture of fifty million pixels needs memory; two at a time. */
    private static final Semaphore DECODING = new Semaphore(2);

    private Pictures() {}

    /**
     * The picture as JPEG, at most 1280 by 720.
     *
     * @throws Refusal where it is none that we can read, or too large
     */
    public static byte[] remade(byte[] sent) throws IOException {
        return remade(sent, WIDTH, HEIGHT);
    }

    /**
     * The picture as PNG, see-through where it was, at most of that size.
     *
     * @throws Refusal where it is none that we can read, or too large
     */
    public static byte[] mark(byte[] sent, int width, int height) throws IOException {
        if (!DECODING.tryAcquire()) {
            throw new Refusal(new Problem("busy", 503, "busy", "Ask again in a second."));
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BufferedImage image = decoded(sent);
            ImageIO.write(
                    fitted(image, width, height, BufferedImage.TYPE_INT_ARGB, null), "png", bytes);
            return bytes.toByteArray();
        } finally {
            DECODING.release();
        }
    }

    /**
     * The picture as JPEG, at most of that size.
     *
     * @throws Refusal where it is none that we can read, or too large
     */
    public static byte[] remade(byte[] sent, int width, int height) throws IOException {
        if (!DECODING.tryAcquire()) {
            throw new Refusal(new Problem("busy", 503, "busy", "Ask again in a second."));
        }
        try {
            return jpeg(fitted(decoded(sent), width, height));
        } finally {
            DECODING.release();
        }
    }

    private static BufferedImage decoded(byte[] sent) {
        try (MemoryCacheImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw unreadable();
            }
            ImageReader reader = readers.next();
            try {
                return decoded(reader, in);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof Refusal refusal ? refusal : unreadable();
        }
    }

    private static BufferedImage decoded(ImageReader reader, MemoryCacheImageInputStream in)
            throws IOException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) {
            throw unreadable();
        }
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new Refusal(
                    new Problem(
                            "picture-too-large",
                            413,
                            "picture too large",
                            "A picture has at most 50 million pixels."));
        }
        int step = Math.max(1, Math.min(width / (2 * WIDTH), height / (2 * HEIGHT)));
        ImageReadParam wanted = reader.getDefaultReadParam();
        wanted.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, wanted);
    }

    private static BufferedImage fitted(BufferedImage image, int most, int highest) {
        return fitted(image, most, highest, BufferedImage.TYPE_INT_RGB, Color.WHITE);
    }

    /**
     * @param ground what is seen through it; null: what stands behind
     */
    private static BufferedImage fitted(
            BufferedImage image, int most, int highest, int type, @Nullable Color ground) {
        double scale =
                Math.min(
                        1.0,
                        Math.min(
                                (double) most / image.getWidth(),
                                (double) highest / image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage out = new BufferedImage(width, height, type);
        Graphics2D graphics = out.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, width, height, ground, null);
        graphics.dispose();
        return out;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static Refusal unreadable() {
        return new Refusal(
                new Problem(
                        "bad-picture",
                        415,
                        "bad picture",
                        "Send a JPEG, PNG, GIF or BMP picture; this one cannot be read."));
    }
}

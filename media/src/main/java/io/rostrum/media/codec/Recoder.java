package io.rostrum.media.codec;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Codes pictures anew, whatever their size, and when it changes. Confined to one thread.
 *
 * <p>What cannot be encoded in its size is scaled.
 */
public final class Recoder implements AutoCloseable {
    /** Bits per pixel and second: 2.5 Mbit/s at 1280x720. */
    private static final double RATE_PER_PIXEL = 2.7;

    private static final int LOWEST_RATE = 300_000;

    /** What the rate is planned with. */
    private static final int PICTURES_PER_SECOND = 30;

    private final Function<VideoSettings, VideoEncoder> encoders;
    private final Scaler scaler = new Scaler();
    private @Nullable VideoEncoder encoder;
    private @Nullable Picture scaled;
    private int width;
    private int height;

    private Recoder(Function<VideoSettings, VideoEncoder> encoders) {
        this.encoders = encoders;
    }

    public static Recoder h264() {
        return new Recoder(H264Encoder::new);
    }

    public static Recoder vp8() {
        return new Recoder(Vp8Encoder::new);
    }

    /**
     * @param pts 90 kHz, later than that of the one before
     * @param key whether decoding can begin with it
     * @return null where nothing came of it
     */
    public @Nullable CodedPicture encode(Picture picture, long pts, boolean key) {
        VideoEncoder current = encoder(picture);
        return current.encode(sized(picture), pts, key);
    }

    private VideoEncoder encoder(Picture picture) {
        Encodable size = Encodable.of(picture.width(), picture.height());
        VideoEncoder current = encoder;
        if (current == null || size.width() != width || size.height() != height) {
            encoder = null;
            if (current != null) {
                current.close();
            }
            int rate = Math.max(LOWEST_RATE, (int) (size.width() * size.height() * RATE_PER_PIXEL));
            current =
                    encoders.apply(
                            VideoSettings.of(
                                    size.width(), size.height(), PICTURES_PER_SECOND, rate));
            encoder = current;
            width = size.width();
            height = size.height();
        }
        return current;
    }

    private Picture sized(Picture picture) {
        if (picture.width() == width && picture.height() == height) {
            return picture;
        }
        Picture target = scaled;
        if (target == null || target.width() != width || target.height() != height) {
            target = Picture.of(width, height);
            scaled = target;
        }
        scaler.scale(picture, target);
        return target;
    }

    @Override
    public void close() {
        scaler.close();
        if (encoder != null) {
            encoder.close();
        }
    }
}

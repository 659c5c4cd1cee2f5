package io.rostrum.center.program;

import io.rostrum.media.codec.CodedPicture;
import io.rostrum.media.codec.H264Encoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.Scaler;
import io.rostrum.media.codec.VideoDecoder;
import io.rostrum.media.codec.VideoSettings;
import org.jspecify.annotations.Nullable;

/**
 * Turns VP8 into H.264: the exception that costs. Confined to its conversion thread.
 *
 * <p>A picture that is late is decoded, since the next ones need it, but not encoded.
 */
final class Converter implements Conversion.Codecs {
    /** Bits per pixel and second: 2.5 Mbit/s at 1280x720. */
    private static final double RATE_PER_PIXEL = 2.7;

    private static final int LOWEST_RATE = 300_000;

    private final VideoDecoder decoder = VideoDecoder.vp8();
    private final Scaler scaler = new Scaler();
    private @Nullable H264Encoder encoder;
    private @Nullable Picture scaled;
    private int width;
    private int height;
    private long lastPts = Long.MIN_VALUE;

    @Override
    public @Nullable SourcePicture convert(SourcePicture picture, boolean late, boolean key) {
        Picture decoded = decoder.decode(picture.data());
        if (decoded == null || late) {
            return null;
        }
        H264Encoder target = encoder(decoded);
        long pts = Math.max(lastPts + 1, Math.floorDiv(picture.timeNanos() * 9, 100_000));
        lastPts = pts;
        CodedPicture coded = target.encode(sized(decoded), pts, key);
        if (coded == null) {
            return null;
        }
        return new SourcePicture(
                picture.source(),
                SourcePicture.Codec.H264,
                picture.timeNanos(),
                coded.keyFrame(),
                Avc.join(coded.nalUnits()));
    }

    private H264Encoder encoder(Picture picture) {
        Encodable size = Encodable.of(picture.width(), picture.height());
        H264Encoder current = encoder;
        if (current == null || size.width() != width || size.height() != height) {
            encoder = null;
            if (current != null) {
                current.close();
            }
            int rate = Math.max(LOWEST_RATE, (int) (size.width() * size.height() * RATE_PER_PIXEL));
            current = new H264Encoder(VideoSettings.of(size.width(), size.height(), 30, rate));
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
        decoder.close();
        scaler.close();
        if (encoder != null) {
            encoder.close();
        }
    }
}

package io.rostrum.streaming.playback;

import io.rostrum.media.codec.AnnexB;
import io.rostrum.media.codec.CodedPicture;
import io.rostrum.media.codec.H264Encoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoDecoder;
import io.rostrum.media.codec.VideoSettings;
import io.rostrum.protocol.cmaf.PictureSize;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.streaming.packager.NalUnits;
import io.rostrum.streaming.packager.Properties;
import java.util.Optional;

/**
 * Turns pictures of any size into pictures of one, the whole of each seen, black beside it.
 * Confined to one thread.
 */
final class OneSize implements AutoCloseable {
    private static final int LONGEST_SIDE = 1920;
    private static final int KEY_FRAME_SECONDS = 2;

    /** Bits for a pixel of a picture; openh264 looks well with it at the sizes of a meeting. */
    private static final double BITS = 0.12;

    private static final int LEAST_BITS = 300_000;
    private static final int MOST_BITS = 8_000_000;

    private final VideoDecoder decoder = VideoDecoder.h264();
    private final H264Encoder encoder;
    private final Letterbox letterbox;

    OneSize(Properties properties) {
        PictureSize longest = properties.resolutions().getFirst().size();
        double scale =
                Math.min(1, (double) LONGEST_SIDE / Math.max(longest.width(), longest.height()));
        int width = even(longest.width() * scale);
        int height = even(longest.height() * scale);
        int rate = Math.clamp(Math.round(properties.frameRate()), 1, 60);
        long bits = Math.round(BITS * width * height * rate);
        letterbox = new Letterbox(width, height);
        encoder =
                new H264Encoder(
                        new VideoSettings(
                                width,
                                height,
                                rate,
                                Math.clamp(bits, LEAST_BITS, MOST_BITS),
                                KEY_FRAME_SECONDS * rate));
    }

    private static int even(double side) {
        return Math.max(16, (int) Math.round(side) & ~1);
    }

    /** The same moment in the one size; nothing where it cannot be decoded. */
    Optional<Sample> turn(Sample sample) {
        Picture picture = decoder.decode(AnnexB.join(NalUnits.split(sample.data())));
        if (picture == null) {
            return Optional.empty();
        }
        CodedPicture coded =
                encoder.encode(letterbox.fit(picture), sample.decodeTime(), sample.key());
        return coded == null
                ? Optional.empty()
                : Optional.of(
                        new Sample(
                                sample.track(),
                                sample.decodeTime(),
                                sample.duration(),
                                coded.keyFrame(),
                                NalUnits.join(coded.nalUnits())));
    }

    @Override
    public void close() {
        decoder.close();
        encoder.close();
        letterbox.close();
    }
}

package io.rostrum.center.still;

import io.rostrum.media.codec.AnnexB;
import io.rostrum.media.codec.JpegEncoder;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoDecoder;
import io.rostrum.media.video.Frame;
import io.rostrum.media.video.VideoCodec;
import org.jspecify.annotations.Nullable;

/**
 * A key frame as a small JPEG.
 *
 * <p>Decoder and encoder are new each time: what one person's broken picture leaves behind must
 * never show in another's, who may be in another room.
 */
final class Miniature {
    /** Of the JPEG. */
    static final int MOST_BYTES = 12 << 10;

    /** 160x90, or as much in another shape. */
    private static final double AREA = 160.0 * 90;

    private static final int WIDEST = 320;

    /** 4096x2304: nobody's camera has more. */
    private static final long MOST_PIXELS = 4096L * 2304;

    /** Of the key frame. */
    private static final int MOST_CODED = 2 << 20;

    private static final int[] QUALITIES = {75, 50, 20};

    private Miniature() {}

    /**
     * The whole picture, nothing cut off.
     *
     * @return null where it cannot be decoded, or is too large
     */
    static byte @Nullable [] of(Frame key) {
        if (key.size() > MOST_CODED) {
            return null;
        }
        try (VideoDecoder decoder = decoder(key.codec());
                JpegEncoder encoder = new JpegEncoder()) {
            Picture picture = decoder.decode(coded(key));
            return picture == null ? null : smallest(picture, encoder);
        }
    }

    private static VideoDecoder decoder(VideoCodec codec) {
        return switch (codec) {
            case H264 -> VideoDecoder.h264(MOST_PIXELS);
            case VP8 -> VideoDecoder.vp8(MOST_PIXELS);
        };
    }

    private static byte[] coded(Frame key) {
        return switch (key.codec()) {
            case H264 -> AnnexB.join(key.units());
            case VP8 -> key.units().getFirst();
        };
    }

    private static byte @Nullable [] smallest(Picture picture, JpegEncoder encoder) {
        for (int quality : QUALITIES) {
            byte[] jpeg = encoder.encode(picture, width(picture), quality);
            if (jpeg.length <= MOST_BYTES) {
                return jpeg;
            }
        }
        return null;
    }

    private static int width(Picture picture) {
        double shape = (double) picture.width() / picture.height();
        return (int) Math.min(WIDEST, Math.round(Math.sqrt(AREA * shape)));
    }
}

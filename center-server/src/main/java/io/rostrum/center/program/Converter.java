package io.rostrum.center.program;

import io.rostrum.media.codec.CodedPicture;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.Recoder;
import io.rostrum.media.codec.VideoDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Turns VP8 into H.264: the exception that costs. Confined to its conversion thread.
 *
 * <p>A picture that is late is decoded, since the next ones need it, but not encoded.
 */
final class Converter implements Conversion.Codecs {
    private final VideoDecoder decoder = VideoDecoder.vp8();
    private final Recoder recoder = Recoder.h264();
    private long lastPts = Long.MIN_VALUE;

    @Override
    public @Nullable SourcePicture convert(SourcePicture picture, boolean late, boolean key) {
        Picture decoded = decoder.decode(picture.data());
        if (decoded == null || late) {
            return null;
        }
        long pts = Math.max(lastPts + 1, Math.floorDiv(picture.timeNanos() * 9, 100_000));
        lastPts = pts;
        CodedPicture coded = recoder.encode(decoded, pts, key);
        if (coded == null) {
            return null;
        }
        return new SourcePicture(
                picture.source(),
                SourcePicture.Codec.H264,
                picture.timeNanos(),
                picture.laterNanos(),
                coded.keyFrame(),
                Avc.join(coded.nalUnits()));
    }

    @Override
    public void close() {
        decoder.close();
        recoder.close();
    }
}

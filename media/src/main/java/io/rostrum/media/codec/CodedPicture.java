package io.rostrum.media.codec;

import java.util.List;

/**
 * One picture as an encoder made it.
 *
 * @param pts presentation time as given to the encoder, 90 kHz
 * @param keyFrame whether a decoder can start here
 * @param bytes H.264: Annex B with start codes, parameter sets before each key frame; VP8: the
 *     frame
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per picture would be waste
public record CodedPicture(long pts, boolean keyFrame, byte[] bytes) {
    /** H.264 only: the NAL units without start codes. */
    public List<byte[]> nalUnits() {
        return AnnexB.split(bytes);
    }
}

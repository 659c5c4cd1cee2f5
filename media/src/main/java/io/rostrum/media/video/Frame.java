package io.rostrum.media.video;

import java.util.List;

/**
 * A whole picture.
 *
 * @param rtpTimestamp by the source's clock of 90 kHz
 * @param units the NAL units without start codes for H.264, the one frame for VP8; not to be
 *     changed
 * @param width by the last key frame or parameter set, 0 when unknown
 * @param completedNanos when its last packet came
 */
public record Frame(
        VideoCodec codec,
        int rtpTimestamp,
        boolean keyFrame,
        List<byte[]> units,
        int width,
        int height,
        long completedNanos) {
    public Frame {
        units = List.copyOf(units);
        if (units.isEmpty()) {
            throw new IllegalArgumentException("a frame without content");
        }
    }

    /** Bytes of the content. */
    public int size() {
        return units.stream().mapToInt(unit -> unit.length).sum();
    }
}

package io.rostrum.center.program;

import io.rostrum.media.video.Frame;

/**
 * One complete picture (access unit) of a source.
 *
 * @param source id of the participant
 * @param codec how it is coded
 * @param timeNanos server time that belongs to its capture, by the lip sync rule
 * @param key whether decoding can start here
 * @param data H.264: NAL units with 4-byte lengths; VP8: the frame. Not copied
 */
@SuppressWarnings("ArrayRecordComponent") // payload on the media path
public record SourcePicture(String source, Codec codec, long timeNanos, boolean key, byte[] data) {
    /** What sources send. */
    public enum Codec {
        H264,
        VP8
    }

    /** A frame as {@code media.video.AccessUnits} makes it. */
    public static SourcePicture of(String source, Frame frame, long timeNanos) {
        return switch (frame.codec()) {
            case H264 ->
                    new SourcePicture(
                            source,
                            Codec.H264,
                            timeNanos,
                            frame.keyFrame(),
                            Avc.join(frame.units()));
            case VP8 ->
                    new SourcePicture(
                            source,
                            Codec.VP8,
                            timeNanos,
                            frame.keyFrame(),
                            frame.units().getFirst());
        };
    }
}

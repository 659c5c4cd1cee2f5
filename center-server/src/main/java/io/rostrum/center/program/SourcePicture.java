package io.rostrum.center.program;

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
}

package io.rostrum.center.program;

/**
 * One complete picture (access unit) of a source.
 *
 * @param source id of the participant
 * @param codec how it is coded
 * @param timeNanos server time that belongs to its capture, by the lip sync rule
 * @param key whether decoding can start here
 * @param laterNanos so much later is that time than the picture could be here: as long as its sound
 *     is held for the mix
 * @param data H.264: NAL units with 4-byte lengths; VP8: the frame. Not copied
 */
@SuppressWarnings("ArrayRecordComponent") // payload on the media path
public record SourcePicture(
        String source, Codec codec, long timeNanos, long laterNanos, boolean key, byte[] data) {
    /** How long sound is held for the mix, where it was not measured. */
    public static final long USUALLY_LATER = 30_000_000L;

    /** A picture of which it is not known how much later it is. */
    public SourcePicture(String source, Codec codec, long timeNanos, boolean key, byte[] data) {
        this(source, codec, timeNanos, USUALLY_LATER, key, data);
    }

    /** What sources send. */
    public enum Codec {
        H264,
        VP8
    }
}

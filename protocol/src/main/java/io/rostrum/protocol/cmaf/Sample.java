package io.rostrum.protocol.cmaf;

/**
 * One video frame or audio frame of one track.
 *
 * @param track id of the track, from 1
 * @param decodeTime start in units of the track's time scale, from 0
 * @param duration in units of the track's time scale
 * @param key whether decoding can start here (always so for sound)
 * @param data video: NAL units with 4-byte lengths; sound: one raw frame. Not copied
 */
@SuppressWarnings("ArrayRecordComponent") // payload on the media path: not copied, not compared
public record Sample(int track, long decodeTime, long duration, boolean key, byte[] data) {
    /** The largest time and duration that we take: leaves room to add without overflow. */
    public static final long MAX_TIME = 1L << 60;

    public Sample {
        if (track < 1) {
            throw new IllegalArgumentException("track ids begin at 1: " + track);
        }
        if (decodeTime < 0 || decodeTime > MAX_TIME) {
            throw new IllegalArgumentException("decode time out of range: " + decodeTime);
        }
        if (duration < 0 || duration > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("duration out of range: " + duration);
        }
    }

    /** Where the next sample of the track begins. */
    public long end() {
        return decodeTime + duration;
    }
}

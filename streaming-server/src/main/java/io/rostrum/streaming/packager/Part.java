package io.rostrum.streaming.packager;

/**
 * A partial segment of LL-HLS: one fragment with picture and sound.
 *
 * @param number media sequence number of its segment
 * @param index in its segment, from 0
 * @param start in 1/90000 s since the session began
 * @param duration in 1/90000 s
 * @param independent whether it begins its segment with a key frame. One in the middle is not
 *     called so: players would leave out the parts before it where they are late
 * @param bytes moof and mdat. Not copied
 */
@SuppressWarnings("ArrayRecordComponent") // shared by all viewers, never compared
public record Part(
        long number, int index, long start, long duration, boolean independent, byte[] bytes) {
    public long end() {
        return start + duration;
    }
}

package io.rostrum.center.peer;

/** Takes the mix of everybody, 20 ms at a time. */
@FunctionalInterface
public interface SoundTap {
    /**
     * @param tickNanos server time of the first sample
     * @param stereo interleaved, valid during the call
     * @param opus the same coded, valid during the call
     * @param length of {@code opus}, bytes
     */
    void onSound(long tickNanos, float[] stereo, byte[] opus, int length);
}

package io.rostrum.media.video;

import org.jspecify.annotations.Nullable;

/**
 * The times under which a receiver gets pictures that he only has to decode: a moment apart, so
 * that he shows the newest at once and does not play them in their own time.
 *
 * @param edge the source's number behind the last packet that is caught up with
 * @param pictures timestamps of the source, in the order of decoding
 * @param first timestamp of the receiver for the first of them
 * @param step ticks from one to the next
 */
@SuppressWarnings("ArrayRecordComponent") // for the packet path; nobody compares it
record CatchUp(long edge, int[] pictures, int first, int step) {
    /** A millisecond at 90 kHz. */
    private static final int LONGEST_STEP = 90;

    /** Ticks for each picture where time has hardly passed since the receiver's last one. */
    static final int SHORTEST_STEP = 10;

    /**
     * What is before the edge is caught up with, its last picture at the time {@code newest}.
     *
     * @param free ticks before {@code newest} that nothing was sent under yet
     * @return null when there is one picture only: it keeps its time
     */
    static @Nullable CatchUp of(PictureGroup group, long edge, int newest, int free) {
        int[] pictures = group.timestamps(edge);
        if (pictures.length < 2) {
            return null;
        }
        int step = Math.clamp(free / pictures.length, 1, LONGEST_STEP);
        return new CatchUp(edge, pictures, newest - (pictures.length - 1) * step, step);
    }

    int out(int timestamp) {
        int index = pictures.length - 1;
        while (index > 0 && pictures[index] != timestamp) {
            index--;
        }
        return first + index * step;
    }

    /** The source's timestamp of the newest. */
    int newest() {
        return pictures[pictures.length - 1];
    }
}

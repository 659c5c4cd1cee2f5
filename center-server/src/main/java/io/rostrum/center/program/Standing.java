package io.rostrum.center.program;

/**
 * Where a session stands at the streaming server: the next segment, and what is stored before it.
 *
 * @param next number of the segment to send next
 * @param video decode time of the latest picture, in 1/90000 s; -1: there is none
 * @param aac of the latest AAC frame, in 1/48000 s; -1: there is none
 */
record Standing(long next, long video, long aac) {
    private static final long PICTURE = 3000;
    private static final long FRAME = 1024;

    static final Standing NEW = new Standing(0, -1, -1);

    /** Whether there is something to go on from. */
    boolean begun() {
        return next > 0 && video >= 0;
    }

    /** Where the next picture belongs, if the latest one is shown as long as any other. */
    long nextPicture() {
        return begun() ? video + PICTURE : 0;
    }

    /** Where the next sound belongs, in 1/48000 s. */
    long nextSound() {
        return begun() && aac >= 0 ? aac + FRAME : 0;
    }
}

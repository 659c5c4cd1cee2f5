package io.rostrum.media.video;

/**
 * From the numbers of a source to those of a receiver: gaps stay, so that what is recovered late
 * finds its place; numbers that carry nothing are closed up.
 */
final class SequenceMap {
    static final long NONE = -1;

    /** A source whose numbers jump further, in either direction, has begun anew. */
    static final int LONGEST_GAP = 3000;

    /** More stretches than this are not remembered; what comes for older ones is dropped. */
    private static final int STRETCHES = 64;

    private final long[] from = new long[STRETCHES];
    private final long[] shift = new long[STRETCHES];
    private int count;
    private long highest;

    /** Begins anew: {@code number} becomes {@code out}, nothing before it is mapped. */
    void start(long number, long out) {
        count = 1;
        from[0] = number;
        shift[0] = out - number;
        highest = number - 1;
    }

    /** The receiver's number, or {@link #NONE}. */
    long map(long number) {
        int stretch = count - 1;
        while (stretch >= 0 && from[stretch] > number) {
            stretch--;
        }
        if (stretch < 0 || stretch + 1 < count && from[stretch + 1] == number + 1) {
            return NONE;
        }
        highest = Math.max(highest, number);
        return number + shift[stretch];
    }

    /** The source's number that became this one of the receiver, or {@link #NONE}. */
    long origin(long out) {
        for (int stretch = count - 1; stretch >= 0; stretch--) {
            long number = out - shift[stretch];
            if (number >= from[stretch]) {
                return number <= highest ? number : NONE;
            }
        }
        return NONE;
    }

    /** This number carries nothing. When later ones are out already the gap has to stay. */
    void skip(long number) {
        if (count == 0 || number <= highest) {
            return;
        }
        if (count == STRETCHES) {
            System.arraycopy(from, 1, from, 0, STRETCHES - 1);
            System.arraycopy(shift, 1, shift, 0, STRETCHES - 1);
            count--;
        }
        from[count] = number + 1;
        shift[count] = shift[count - 1] - 1;
        count++;
        highest = number;
    }

    /** The highest number of the source so far. */
    long highest() {
        return highest;
    }
}

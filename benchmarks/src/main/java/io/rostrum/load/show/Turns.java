package io.rostrum.load.show;

/** Who speaks when: by the wall clock, so that sound, picture and takes agree without a word. */
public final class Turns {
    /** Length of a turn. */
    public static final int SECONDS = 5;

    /** After so many seconds everything comes again. */
    public static final int ROUND = 60;

    /** How many people take turns. */
    public static final int PEOPLE = 3;

    private Turns() {}

    /** Whose turn it is, from 0. */
    public static int speaker(long micros) {
        return (int) (micros / 1_000_000 / SECONDS % PEOPLE);
    }

    /** Time within the turn, in seconds. */
    static double inside(long micros) {
        return micros % (SECONDS * 1_000_000L) / 1e6;
    }

    /** Which of a person's turns in a round it is, from 0. */
    static int turn(long micros) {
        return (int) (micros / 1_000_000 % ROUND / (SECONDS * PEOPLE));
    }

    /** Turns that one person has in a round. */
    static int each() {
        return ROUND / (SECONDS * PEOPLE);
    }

    /** Time until the next turn begins. */
    public static long millisLeft(long micros) {
        long length = SECONDS * 1_000_000L;
        return (length - micros % length) / 1000;
    }
}

package io.rostrum.load;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps libraries from telling a user what they have loaded. */
public final class Quiet {
    /** Held, for the log manager forgets the level of a logger that nobody holds. */
    private static final Logger LIBRARY = Logger.getLogger("org.jitsi");

    private Quiet() {}

    public static void please() {
        LIBRARY.setLevel(Level.WARNING);
    }
}

package io.rostrum.center.room;

/** The secrets of a room. */
public interface Keys {
    /** Whether this makes somebody the host. */
    boolean opensAsHost(String key);

    /** Whether this lets an encoder in. */
    boolean opensForEncoder(String token);
}

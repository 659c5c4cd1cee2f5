package io.rostrum.streaming.timeline;

import io.rostrum.protocol.feed.Id;
import java.io.IOException;

/** Where the samples of a session are whose local copy was dropped. Blocking; any thread. */
public interface Elsewhere {
    /** Bytes of the samples file. */
    byte[] read(Id session, long offset, int length) throws IOException;

    /** For a server that keeps everything on its own disk. */
    static Elsewhere none() {
        return (session, offset, length) -> {
            throw new IOException("the samples of " + session + " are gone");
        };
    }
}

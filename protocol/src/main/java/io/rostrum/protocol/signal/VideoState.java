package io.rostrum.protocol.signal;

import org.jspecify.annotations.Nullable;

/**
 * A participant's video line up as everybody in the room sees it.
 *
 * @param codec null until it is known
 * @param sending whether packets arrive
 * @param trouble what he has to mend, null: nothing
 * @param still whether stills of it may be shown: his wish
 */
public record VideoState(
        VideoSource source,
        boolean mutedBySelf,
        boolean mutedByHost,
        @Nullable VideoCodec codec,
        boolean sending,
        @Nullable VideoTrouble trouble,
        boolean still) {
    /** Of which stills may be shown. */
    public VideoState(
            VideoSource source,
            boolean mutedBySelf,
            boolean mutedByHost,
            @Nullable VideoCodec codec,
            boolean sending,
            @Nullable VideoTrouble trouble) {
        this(source, mutedBySelf, mutedByHost, codec, sending, trouble, true);
    }

    public boolean muted() {
        return mutedBySelf || mutedByHost;
    }
}

package io.rostrum.protocol.signal;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a participant's picture, and only he can mend, at his encoder.
 *
 * @param seconds between his key frames, null where it is not known or does not matter
 * @param converted whether his picture is coded anew here, at a cost, because of it
 */
public record VideoTrouble(Kind kind, @Nullable Integer seconds, boolean converted) {
    /** What it is. */
    public enum Kind implements WireNamed {
        /** Requests for key frames are not answered, and they are rare. */
        KEY_FRAMES("key-frames"),
        /** Pictures come in another order than they are shown: as they are he is not shown. */
        B_FRAMES("b-frames");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }
}

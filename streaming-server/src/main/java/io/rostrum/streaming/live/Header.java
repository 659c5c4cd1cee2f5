package io.rostrum.streaming.live;

import io.rostrum.streaming.packager.Codecs;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The header of a program, and what its pictures have shown since then of what a player must be
 * able to decode. Written on the program's event loop, read from anywhere.
 */
final class Header {
    private final byte[] standBy;
    private volatile byte @Nullable [] bytes;
    private volatile @Nullable Codecs codecs;

    /**
     * @param standBy a picture that may come at any moment, NAL units with lengths
     * @param bytes null before the feed sent them
     * @param codecs what the pictures so far need; null as long as there is no header
     */
    Header(byte[] standBy, byte @Nullable [] bytes, @Nullable Codecs codecs) {
        this.standBy = standBy;
        this.bytes = bytes;
        this.codecs = codecs == null ? null : codecs.seeing(standBy);
    }

    /** As the feed sent it; null before it came. */
    byte @Nullable [] bytes() {
        return bytes;
    }

    /** The feed has sent it, and it is stored. */
    void come(byte[] sent) {
        codecs = Codecs.of(sent).seeing(standBy);
        bytes = sent;
    }

    boolean is(byte[] other) {
        return Arrays.equals(bytes, other);
    }

    /** A key frame came. */
    void seen(byte[] keyFrame) {
        codecs = codecs().seeing(keyFrame);
    }

    /**
     * What the pictures so far need.
     *
     * @throws IllegalStateException before the header came
     */
    Codecs codecs() {
        Codecs known = codecs;
        if (known == null) {
            throw new IllegalStateException("no header yet");
        }
        return known;
    }
}

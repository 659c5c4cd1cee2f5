package io.rostrum.media.ice;

import io.rostrum.media.flow.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A path that a valid check came by, and what is known of it: whoever has the credentials can write
 * any sender on a check, so it proves nothing about who is there.
 */
final class Reach {
    /** As RFC 9000 section 8.1: what was not asked for is not much more than what was sent. */
    static final int FACTOR = 3;

    /** An address may be somebody else's after that long. */
    static final Duration PROOF_LASTS = Consent.LASTS;

    /**
     * What a handshake leaves for two checks of ours: were all taken by its repetitions, nobody
     * would ever be asked again whose answer was lost.
     */
    static final int FOR_CHECKS = 256;

    private static final int OPEN_CHECKS = 4;

    private final Path path;
    private final byte[][] open = new byte[OPEN_CHECKS][];
    private int checks;
    private long checkedNanos;
    private boolean proven;
    private long provenNanos;
    private long received;
    private long sent;

    Reach(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    void received(int bytes) {
        received += bytes;
    }

    /** Whether so many bytes may go there; then they are counted as sent. */
    boolean admits(int bytes) {
        if (proven) {
            return true;
        }
        boolean few = sent + bytes <= FACTOR * received;
        sent += few ? bytes : 0;
        return few;
    }

    /** The same for what is no check and no answer to one. */
    boolean admitsBesides(int bytes) {
        return (proven || sent + bytes + FOR_CHECKS <= FACTOR * received) && admits(bytes);
    }

    /** A check of ours leaves now. */
    void checked(byte[] transaction, long nowNanos) {
        open[checks % OPEN_CHECKS] = transaction;
        checks++;
        checkedNanos = nowNanos;
    }

    /** Whether a check of ours is due that nobody asked for. */
    boolean isDue(long nowNanos, long pauseNanos) {
        return !proven && checks > 0 && nowNanos - checkedNanos >= pauseNanos;
    }

    boolean awaits(StunMessage answer) {
        for (byte @Nullable [] transaction : open) {
            if (transaction != null && answer.answers(transaction)) {
                return true;
            }
        }
        return false;
    }

    /** Whoever is there got what we sent, and wants it. */
    void prove(long nowNanos) {
        proven = true;
        provenNanos = nowNanos;
    }

    boolean isProven() {
        return proven;
    }

    /** Proven, and not too long ago to turn to it. */
    boolean isFresh(long nowNanos) {
        return proven && nowNanos - provenNanos < PROOF_LASTS.toNanos();
    }

    /** A proof that is too old is none; what was exchanged meanwhile does not count. */
    void doubt() {
        proven = false;
        received = 0;
        sent = 0;
    }
}

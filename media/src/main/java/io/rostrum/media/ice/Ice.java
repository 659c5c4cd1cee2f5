package io.rostrum.media.ice;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.flow.Path;
import org.jspecify.annotations.Nullable;

/** One side of the connectivity of one peer: finds the path to him and keeps his consent. */
public sealed interface Ice permits IceLite, IceControlling {
    /** Sends what this side has to say. */
    interface Out {
        void send(byte[] message, Path to);
    }

    /** What a STUN datagram turned out to be. */
    enum Verdict {
        /** An authenticated check, or the answer to one of ours. */
        VALID,
        /** Not STUN, or a kind that has no place here. */
        MALFORMED,
        /** Meant for another session, or made with other keys. */
        FOREIGN
    }

    Verdict onMessage(Buffer datagram, Path from, long nowNanos);

    /** So many bytes of no STUN came by a verified path. */
    void onReceived(Path from, int bytes);

    /** Media came that only the peer can have made. */
    void onAuthenticMedia(Path from, long nowNanos);

    /** The DTLS handshake ended: whoever is at {@link #peer()} has read what was sent there. */
    void onHandshake(long nowNanos);

    /** Sends checks that are due. */
    void tick(long nowNanos);

    /** Where to send to, or null while no check succeeded. */
    @Nullable Path peer();

    /**
     * Whether so many bytes may be sent there now, which are then counted as sent: anything where
     * the peer has proven to be, else no more than three times what came from there.
     */
    boolean admits(Path to, int bytes);

    /** Whether a valid check came by this path. */
    boolean isVerified(Path path);

    /** Whether the peer is there: he answered a check of ours, or shook hands. */
    boolean isProven(Path path);

    /** Whether this answers a check of ours to that path. */
    boolean awaits(StunMessage answer, Path from);

    Consent consent();
}

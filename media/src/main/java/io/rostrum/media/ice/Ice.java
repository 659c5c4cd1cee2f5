package io.rostrum.media.ice;

import io.rostrum.media.buffer.Buffer;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** One side of the connectivity of one peer: finds his address and keeps his consent. */
public sealed interface Ice permits IceLite, IceControlling {
    /** Sends what this side has to say. */
    interface Out {
        void send(byte[] message, InetSocketAddress to);
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

    Verdict onMessage(Buffer datagram, InetSocketAddress from, long nowNanos);

    /** Media came that only the peer can have made. */
    void onAuthenticMedia(InetSocketAddress from, long nowNanos);

    /** Sends checks that are due. */
    void tick(long nowNanos);

    /** Where to send to, or null while no check succeeded. */
    @Nullable InetSocketAddress peer();

    /** Whether this address proved to be the peer's. */
    boolean isVerified(InetSocketAddress address);

    Consent consent();
}

package io.rostrum.media.ice;

import io.rostrum.media.buffer.Buffer;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Answers the checks of a full agent and follows the address that it nominates.
 *
 * <p>Needs no candidates of the peer: a valid check from anywhere is his (peer-reflexive, RFC 8445
 * section 7.3.1.3), and so a telephone may change its network. A lite agent sends no checks, hence
 * judges consent by those that keep coming (RFC 7675 section 4).
 */
public final class IceLite implements Ice {
    private final IceCredentials local;
    private final String username;
    private final Out out;
    private final VerifiedAddresses verified;
    private final Consent consent;
    private @Nullable InetSocketAddress peer;

    public IceLite(
            IceCredentials local,
            String remoteUfrag,
            Out out,
            VerifiedAddresses.Watcher watcher,
            long nowNanos) {
        this.local = local;
        this.username = local.ufrag() + ":" + remoteUfrag;
        this.out = out;
        this.verified = new VerifiedAddresses(watcher);
        this.consent = new Consent(nowNanos);
    }

    @Override
    public Verdict onMessage(Buffer datagram, InetSocketAddress from, long nowNanos) {
        StunMessage check = StunMessage.read(datagram);
        if (check == null) {
            return Verdict.MALFORMED;
        }
        if (check.type() == Stun.BINDING_INDICATION) {
            return Verdict.VALID;
        }
        return check.isRequest() ? onCheck(check, from, nowNanos) : Verdict.MALFORMED;
    }

    /** RFC 8489 sections 9.1.3 and 6.3.1; RFC 8445 section 7.3. */
    private Verdict onCheck(StunMessage check, InetSocketAddress from, long nowNanos) {
        if (!check.hasIntegrity() || check.username() == null) {
            out.send(error(check, 400, "Bad Request").unsigned(), from);
            return Verdict.MALFORMED;
        }
        if (!username.equals(check.username()) || !check.isFrom(local.password())) {
            out.send(error(check, 401, "Unauthenticated").unsigned(), from);
            return Verdict.FOREIGN;
        }
        if (!check.unknown().isEmpty()) {
            StunWriter refusal = error(check, 420, "Unknown Attribute");
            out.send(refusal.unknownAttributes(check.unknown()).signed(local.password()), from);
            return Verdict.MALFORMED;
        }
        if (check.senderIsControlled()) {
            // A lite agent is always controlled: the full one has to switch. Section 7.3.1.1.
            out.send(error(check, 487, "Role Conflict").signed(local.password()), from);
            return Verdict.VALID;
        }
        accept(check, from, nowNanos);
        return Verdict.VALID;
    }

    private void accept(StunMessage check, InetSocketAddress from, long nowNanos) {
        consent.renew(nowNanos);
        verified.learn(from);
        if (peer == null || check.useCandidate()) {
            peer = from;
        }
        out.send(
                StunWriter.of(Stun.BINDING_SUCCESS, check.transaction())
                        .mappedAddress(from)
                        .signed(local.password()),
                from);
    }

    private static StunWriter error(StunMessage check, int code, String reason) {
        return StunWriter.of(Stun.BINDING_ERROR, check.transaction()).error(code, reason);
    }

    /**
     * Counts as consent, beyond RFC 7675: ffmpeg's WHIP encoder checks once and never again, and is
     * sent nothing but reports.
     */
    @Override
    public void onAuthenticMedia(InetSocketAddress from, long nowNanos) {
        if (from.equals(peer)) {
            consent.renew(nowNanos);
        }
    }

    @Override
    public void tick(long nowNanos) {
        // A lite agent sends no checks.
    }

    @Override
    public @Nullable InetSocketAddress peer() {
        return peer;
    }

    @Override
    public boolean isVerified(InetSocketAddress address) {
        return verified.contains(address);
    }

    @Override
    public Consent consent() {
        return consent;
    }
}

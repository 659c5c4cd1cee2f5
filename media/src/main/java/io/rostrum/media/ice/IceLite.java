package io.rostrum.media.ice;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.flow.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Answers the checks of a full agent and follows the path that it nominates.
 *
 * <p>Needs no candidates of the peer: a valid check from anywhere is his (peer-reflexive, RFC 8445
 * section 7.3.1.3), and so a telephone may change its network. But anybody who has the credentials
 * can write another's address on a check: so this agent asks back. It goes to a new path only when
 * the peer has answered a check of ours by it; until then no more than three times goes there of
 * what came from there. Consent is judged by the checks that keep coming (RFC 7675 section 4).
 */
public final class IceLite implements Ice {
    /** A check of ours that is not answered is sent again, as far as what came allows. */
    private static final Duration RETRANSMIT = Duration.ofMillis(250);

    /** Host candidate of a first component. RFC 8445 section 5.1.2.1. */
    private static final long PRIORITY = 0x7EFF_FFFFL;

    private final IceCredentials local;
    private final String username;
    private final String checkName;
    private final String remotePassword;
    private final Out out;
    private final SecureRandom random;
    private final long tieBreaker;
    private final Reaches reaches;
    private final Consent consent;
    private @Nullable Reach peer;
    private @Nullable Reach nominated;

    /**
     * An agent that waits for checks.
     *
     * @param remotePassword signs our checks, as that of {@code local} signs the peer's
     */
    public IceLite(
            IceCredentials local,
            String remoteUfrag,
            String remotePassword,
            Out out,
            Reaches.Watcher watcher,
            SecureRandom random,
            long nowNanos) {
        this.local = local;
        this.username = local.ufrag() + ":" + remoteUfrag;
        this.checkName = remoteUfrag + ":" + local.ufrag();
        this.remotePassword = remotePassword;
        this.out = out;
        this.random = random;
        this.tieBreaker = random.nextLong();
        this.reaches = new Reaches(watcher);
        this.consent = new Consent(nowNanos);
    }

    @Override
    public Verdict onMessage(Buffer datagram, Path from, long nowNanos) {
        StunMessage message = StunMessage.read(datagram);
        if (message == null) {
            return Verdict.MALFORMED;
        }
        if (message.isRequest()) {
            return onCheck(message, datagram.length(), from, nowNanos);
        }
        return onAnswer(message, from, nowNanos);
    }

    /** RFC 8489 sections 9.1.3 and 6.3.1; RFC 8445 section 7.3. */
    private Verdict onCheck(StunMessage check, int length, Path from, long nowNanos) {
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
        accept(check, length, from, nowNanos);
        return Verdict.VALID;
    }

    private void accept(StunMessage check, int length, Path from, long nowNanos) {
        consent.renew(nowNanos);
        Reach reach = reaches.learn(from, peer);
        if (reach != peer && reach.isProven() && !reach.isFresh(nowNanos)) {
            reach.doubt();
        }
        reach.received(length);
        peer = peer == null ? reach : peer;
        nominated = check.useCandidate() ? reach : nominated;
        if (reach.isProven()) {
            follow(reach);
        } else {
            // Before the answer: some read no more checks once they have that.
            ask(reach, nowNanos);
        }
        byte[] answer =
                StunWriter.of(Stun.BINDING_SUCCESS, check.transaction())
                        .mappedAddress(from.address())
                        .signed(local.password());
        if (reach.admits(answer.length)) {
            out.send(answer, from);
        }
    }

    private void follow(Reach proven) {
        Reach current = peer;
        if (proven == nominated || current == null || !current.isProven()) {
            peer = proven;
        }
    }

    /** A check of ours, which a lite agent may send though it need not (RFC 8445 section 2.5). */
    private void ask(Reach reach, long nowNanos) {
        byte[] transaction = new byte[Stun.TRANSACTION_LENGTH];
        random.nextBytes(transaction);
        byte[] check =
                StunWriter.of(Stun.BINDING_REQUEST, transaction)
                        .username(checkName)
                        .controlled(tieBreaker)
                        .priority(PRIORITY)
                        .signed(remotePassword);
        if (reach.admits(check.length)) {
            reach.checked(transaction, nowNanos);
            out.send(check, reach.path());
        }
    }

    private Verdict onAnswer(StunMessage answer, Path from, long nowNanos) {
        if (!answer.isSuccess() && !answer.isError()) {
            return Verdict.MALFORMED;
        }
        Reach reach = reaches.find(from);
        if (reach == null || !reach.awaits(answer)) {
            return Verdict.FOREIGN;
        }
        if (answer.isError()) {
            return Verdict.VALID;
        }
        if (!answer.isFrom(remotePassword)) {
            return Verdict.FOREIGN;
        }
        consent.renew(nowNanos);
        reaches.prove(reach, nowNanos);
        follow(reach);
        return Verdict.VALID;
    }

    private static StunWriter error(StunMessage check, int code, String reason) {
        return StunWriter.of(Stun.BINDING_ERROR, check.transaction()).error(code, reason);
    }

    @Override
    public void onReceived(Path from, int bytes) {
        Reach reach = reaches.find(from);
        if (reach != null) {
            reach.received(bytes);
        }
    }

    /**
     * Counts as consent, beyond RFC 7675: ffmpeg's WHIP encoder checks once and never again, and is
     * sent nothing but reports.
     */
    @Override
    public void onAuthenticMedia(Path from, long nowNanos) {
        if (peer != null && from.equals(peer.path())) {
            consent.renew(nowNanos);
        }
    }

    @Override
    public void onHandshake(long nowNanos) {
        if (peer != null) {
            reaches.prove(peer, nowNanos);
        }
    }

    @Override
    public void tick(long nowNanos) {
        for (Reach reach : reaches.all()) {
            if (reach.isDue(nowNanos, RETRANSMIT.toNanos())) {
                ask(reach, nowNanos);
            }
        }
    }

    @Override
    public @Nullable Path peer() {
        return peer == null ? null : peer.path();
    }

    @Override
    public boolean admits(Path to, int bytes) {
        Reach reach = reaches.find(to);
        return reach != null && reach.admitsBesides(bytes);
    }

    @Override
    public boolean isVerified(Path path) {
        return reaches.find(path) != null;
    }

    @Override
    public boolean isProven(Path path) {
        Reach reach = reaches.find(path);
        return reach != null && reach.isProven();
    }

    @Override
    public boolean awaits(StunMessage answer, Path from) {
        Reach reach = reaches.find(from);
        return reach != null && reach.awaits(answer);
    }

    @Override
    public Consent consent() {
        return consent;
    }
}

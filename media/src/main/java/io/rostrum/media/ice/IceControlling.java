package io.rostrum.media.ice;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.flow.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Checks the one address of a lite server, nominates it, and keeps its consent.
 *
 * <p>An unanswered check is sent again every 500 ms; then one about every 5 s (RFC 7675 section
 * 5.1), at a random moment within 20 % so that many clients do not march in step.
 */
public final class IceControlling implements Ice {
    static final Duration RETRANSMIT = Duration.ofMillis(500);
    static final Duration CONSENT_CHECK = Duration.ofSeconds(5);

    /** Host candidate of a first component. RFC 8445 section 5.1.2.1. */
    private static final long PRIORITY = 0x7EFF_FFFFL;

    private static final int OPEN_CHECKS = 16;

    private final IceCredentials local;
    private final IceCredentials remote;
    private final String username;
    private final Path server;
    private final Out out;
    private final SecureRandom random;
    private final long tieBreaker;
    private final Consent consent;
    private final ArrayDeque<byte[]> open = new ArrayDeque<>();
    private long nextCheckNanos;
    private boolean answered;

    public IceControlling(
            IceCredentials local,
            IceCredentials remote,
            Path server,
            Out out,
            SecureRandom random,
            long nowNanos) {
        this.local = local;
        this.remote = remote;
        this.username = remote.ufrag() + ":" + local.ufrag();
        this.server = server;
        this.out = out;
        this.random = random;
        this.tieBreaker = random.nextLong();
        this.consent = new Consent(nowNanos);
        this.nextCheckNanos = nowNanos;
    }

    @Override
    public void onAuthenticMedia(Path from, long nowNanos) {
        // A full agent has its own checks to judge by.
    }

    @Override
    public void onReceived(Path from, int bytes) {
        // Who has to answer checks first is bound by them alone.
    }

    @Override
    public void onHandshake(long nowNanos) {
        // A full agent has its own checks to judge by.
    }

    @Override
    public void tick(long nowNanos) {
        if (nowNanos - nextCheckNanos >= 0) {
            out.send(check(), server);
            nextCheckNanos = nowNanos + RETRANSMIT.toNanos();
        }
    }

    /** A check of its own each time, since an answer has to be fresh to count as consent. */
    private byte[] check() {
        byte[] transaction = new byte[Stun.TRANSACTION_LENGTH];
        random.nextBytes(transaction);
        open.addLast(transaction);
        if (open.size() > OPEN_CHECKS) {
            open.removeFirst();
        }
        return StunWriter.of(Stun.BINDING_REQUEST, transaction)
                .username(username)
                .controlling(tieBreaker)
                .useCandidate()
                .priority(PRIORITY)
                .signed(remote.password());
    }

    @Override
    public Verdict onMessage(Buffer datagram, Path from, long nowNanos) {
        StunMessage answer = StunMessage.read(datagram);
        if (answer != null && answer.isRequest()) {
            return onCheck(answer, from);
        }
        if (answer == null || !answer.isSuccess() && !answer.isError()) {
            return Verdict.MALFORMED;
        }
        if (!from.equals(server)
                || answer.isSuccess() && !answer.isFrom(remote.password())
                || !open.removeIf(answer::answers)) {
            return Verdict.FOREIGN;
        }
        if (answer.isSuccess()) {
            onAnswer(nowNanos);
        }
        return Verdict.VALID;
    }

    /** The server asks whether we are here indeed. RFC 8445 section 7.3. */
    private Verdict onCheck(StunMessage check, Path from) {
        String expected = local.ufrag() + ":" + remote.ufrag();
        if (!from.equals(server)
                || !expected.equals(check.username())
                || !check.isFrom(local.password())) {
            return Verdict.FOREIGN;
        }
        out.send(
                StunWriter.of(Stun.BINDING_SUCCESS, check.transaction())
                        .mappedAddress(from.address())
                        .signed(local.password()),
                from);
        return Verdict.VALID;
    }

    private void onAnswer(long nowNanos) {
        answered = true;
        consent.renew(nowNanos);
        double spread = 0.8 + 0.4 * random.nextDouble();
        nextCheckNanos = nowNanos + (long) (CONSENT_CHECK.toNanos() * spread);
    }

    @Override
    public @Nullable Path peer() {
        return answered ? server : null;
    }

    @Override
    public boolean isVerified(Path path) {
        return answered && server.equals(path);
    }

    @Override
    public boolean admits(Path to, int bytes) {
        return server.equals(to);
    }

    @Override
    public boolean isProven(Path path) {
        return isVerified(path);
    }

    @Override
    public boolean awaits(StunMessage answer, Path from) {
        return from.equals(server) && open.stream().anyMatch(answer::answers);
    }

    @Override
    public Consent consent() {
        return consent;
    }
}

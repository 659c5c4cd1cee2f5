package io.rostrum.media.transport;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.dtls.DtlsEndpoint;
import io.rostrum.media.dtls.DtlsRole;
import io.rostrum.media.dtls.DtlsSettings;
import io.rostrum.media.dtls.SrtpKeys;
import io.rostrum.media.dtls.SrtpProfile;
import io.rostrum.media.flow.Datagrams;
import io.rostrum.media.flow.Path;
import io.rostrum.media.flow.Pipeline;
import io.rostrum.media.flow.Stage;
import io.rostrum.media.ice.Ice;
import io.rostrum.media.ice.IceControlling;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.ice.IceLite;
import io.rostrum.media.ice.Reaches;
import io.rostrum.media.ice.StunMessage;
import io.rostrum.media.srtp.Srtp;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Secure path to one peer, confined to the owner's thread. Joins ICE, DTLS and SRTP. */
public final class Transport {
    /**
     * Who says nothing for that long is away, maybe for a moment only. RFC 7675 has checks every 5
     * s.
     */
    public static final Duration SILENCE = Duration.ofSeconds(8);

    /**
     * Who is connected sends something within that time: media, or reports on ours. RFC 3550
     * section 6.2 has the first report after 2.5 s at most.
     */
    public static final Duration FIRST_MEDIA = Duration.ofSeconds(20);

    /** A peer who does not answer our check is shaken hands with nevertheless, within bounds. */
    private static final long ANSWER_PATIENCE = 2_000_000_000L;

    /** Where datagrams leave. */
    @FunctionalInterface
    public interface Wire {
        /** Takes the buffer. */
        void send(Buffer datagram, Path to);
    }

    /** What comes out, on the owner's thread. */
    public interface Listener {
        /** Owns the opened packet. */
        void onRtp(Buffer packet, long nowNanos);

        /** Owns the opened compound. */
        void onRtcp(Buffer compound, long nowNanos);

        void onState(State state);
    }

    /** A server's places are few; a client is patient. */
    private final boolean serves;

    private final Surroundings outside;
    private final Listener listener;
    private final IceCredentials local;
    private final Ice ice;
    private final DtlsEndpoint dtls;
    private final DtlsRole role;
    private final Tally tally = new Tally();
    private final Stage ingress = road();
    private Reaches.Watcher watcher = Reaches.Watcher.none();
    private State state = new State.New();
    private boolean heard;
    private long firstHeardNanos;
    private long heardNanos;

    /** Time of what happened last, be it a tick or a datagram. */
    private long latestNanos;

    private boolean sendsMedia;
    private boolean awaited;
    private long awaitedNanos;
    private @Nullable Srtp srtp;
    private @Nullable SrtpProfile profile;
    private @Nullable Thread owner;

    private interface IceFactory {
        Ice make(Ice.Out out, Reaches.Watcher watcher);
    }

    private Transport(
            boolean serves,
            IceCredentials local,
            IceFactory factory,
            DtlsSettings settings,
            Surroundings outside,
            Listener listener) {
        this.serves = serves;
        this.outside = outside;
        this.listener = listener;
        this.local = local;
        this.role = settings.role();
        this.ice = factory.make(this::sendBytes, new Routes());
        this.dtls =
                new DtlsEndpoint(
                        settings, outside.handshakes(), outside.owner(), new DtlsListener());
    }

    /**
     * ICE-lite: waits for the checks of a full agent.
     *
     * @param remoteUfrag the peer's, of his offer
     * @param remotePassword the peer's, of his offer: he has to answer checks that are signed by it
     * @param settings the DTLS role is the answer's: mostly the server's, but for a WHIP encoder
     *     that offers {@code setup:passive}
     */
    public static Transport server(
            IceCredentials local,
            String remoteUfrag,
            String remotePassword,
            DtlsSettings settings,
            Surroundings outside,
            Listener listener,
            long nowNanos) {
        return new Transport(
                true,
                local,
                (out, watcher) ->
                        new IceLite(
                                local,
                                remoteUfrag,
                                remotePassword,
                                out,
                                watcher,
                                outside.random(),
                                nowNanos),
                settings,
                outside,
                listener);
    }

    /** ICE controlling: checks and nominates the one address of a lite server. */
    public static Transport client(
            IceCredentials local,
            IceCredentials remote,
            Path server,
            DtlsSettings settings,
            Surroundings outside,
            Listener listener,
            long nowNanos) {
        return new Transport(
                false,
                local,
                (out, watcher) ->
                        new IceControlling(local, remote, server, out, outside.random(), nowNanos),
                settings,
                outside,
                listener);
    }

    /**
     * The peer is there to send: his reports alone do not show that he is. Before the first tick.
     */
    public void expectMedia() {
        sendsMedia = true;
    }

    /** The road of a datagram from the network to the listener. */
    private Stage road() {
        return Pipeline.start()
                .require((datagram, from, nowNanos) -> !state.isOver(), drop(Drop.WITHOUT_KEYS))
                .divert(Datagrams::isStun, this::onStun)
                .require(
                        (datagram, from, nowNanos) -> ice.isVerified(from),
                        drop(Drop.UNKNOWN_SOURCE))
                .divert(Datagrams::isDtls, this::onDtls)
                .require(
                        (datagram, from, nowNanos) -> Datagrams.isMedia(datagram),
                        drop(Drop.MALFORMED))
                .require((packet, from, nowNanos) -> srtp != null, drop(Drop.WITHOUT_KEYS))
                .split(Datagrams::isRtcp, this::onSrtcp, this::onSrtp);
    }

    private Stage drop(Drop reason) {
        return Stage.drop(() -> tally.drop(reason));
    }

    /**
     * STUN, DTLS, SRTP or SRTCP; whatever is malformed is counted and dropped. Takes the buffer.
     */
    public void onDatagram(Buffer datagram, Path from, long nowNanos) {
        assert isOwner() : "off the owner's thread";
        latestNanos = nowNanos;
        tally.datagramsIn++;
        tally.bytesIn += datagram.length();
        ingress.take(datagram, from, nowNanos);
    }

    private void onStun(Buffer datagram, Path from, long nowNanos) {
        Ice.Verdict verdict = ice.onMessage(datagram, from, nowNanos);
        datagram.release();
        switch (verdict) {
            case VALID -> {
                tally.checks++;
                onHeard(nowNanos);
                startDtls(nowNanos);
            }
            case MALFORMED -> tally.drop(Drop.MALFORMED);
            case FOREIGN -> tally.drop(Drop.FOREIGN_CHECK);
        }
    }

    private void onHeard(long nowNanos) {
        firstHeardNanos = heard ? firstHeardNanos : nowNanos;
        heard = true;
        heardNanos = nowNanos;
        if (state instanceof State.Disconnected) {
            become(new State.Connected());
        }
    }

    /**
     * Whoever is the server in DTLS waits for the peer to begin. The client's first word is more
     * than a first check allows, so it waits until the peer has answered ours.
     */
    private void startDtls(long nowNanos) {
        Path peer = ice.peer();
        if (peer == null || !ice.consent().holds(nowNanos)) {
            return;
        }
        if (role == DtlsRole.SERVER
                || ice.isProven(peer)
                || nowNanos - firstHeardNanos >= ANSWER_PATIENCE) {
            dtls.start(nowNanos);
        }
    }

    private void onDtls(Buffer datagram, Path from, long nowNanos) {
        ice.onReceived(from, datagram.length());
        if (!dtls.onDatagram(datagram)) {
            tally.drop(Drop.MALFORMED);
        }
        datagram.release();
    }

    private void onSrtp(Buffer packet, Path from, long nowNanos) {
        if (srtp != null && passes(srtp.openRtp(packet), packet)) {
            tally.rtpIn++;
            onAuthentic(from, nowNanos);
            listener.onRtp(packet, nowNanos);
        }
    }

    private void onSrtcp(Buffer compound, Path from, long nowNanos) {
        if (srtp != null && passes(srtp.openRtcp(compound), compound)) {
            tally.rtcpIn++;
            onAuthentic(from, nowNanos);
            listener.onRtcp(compound, nowNanos);
        }
    }

    private void onAuthentic(Path from, long nowNanos) {
        ice.onAuthenticMedia(from, nowNanos);
        onHeard(nowNanos);
    }

    private boolean passes(Srtp.Verdict verdict, Buffer packet) {
        switch (verdict) {
            case OPENED -> {
                return true;
            }
            case FORGED -> tally.drop(Drop.FORGED);
            case REPLAYED -> tally.drop(Drop.REPLAYED);
            case MALFORMED -> tally.drop(Drop.MALFORMED);
            case TOO_MANY_SOURCES -> tally.drop(Drop.TOO_MANY_SOURCES);
        }
        packet.release();
        return false;
    }

    /** Protects in place and sends; dropped while not open. Takes the buffer. */
    public void sendRtp(Buffer packet) {
        assert isOwner() : "off the owner's thread";
        if (srtp != null && state.isOpen() && srtp.protectRtp(packet)) {
            tally.rtpOut++;
            await();
            send(packet, ice.peer());
        } else {
            refuse(packet);
        }
    }

    /** Protects in place and sends; dropped while not open. Takes the buffer. */
    public void sendRtcp(Buffer compound) {
        assert isOwner() : "off the owner's thread";
        if (srtp != null && state.isOpen() && srtp.protectRtcp(compound)) {
            tally.rtcpOut++;
            await();
            send(compound, ice.peer());
        } else {
            refuse(compound);
        }
    }

    /** From now on he has something to answer to. */
    private void await() {
        if (!awaited) {
            awaited = true;
            awaitedNanos = latestNanos;
        }
    }

    private void refuse(Buffer packet) {
        tally.drop(Drop.NOT_CONNECTED);
        packet.release();
    }

    private void sendBytes(byte[] bytes, @Nullable Path to) {
        Buffer datagram = outside.pool().lend(bytes.length);
        datagram.put(0, bytes, 0, bytes.length);
        send(datagram, to);
    }

    private void send(Buffer datagram, @Nullable Path to) {
        if (to == null) {
            refuse(datagram);
            return;
        }
        tally.datagramsOut++;
        tally.bytesOut += datagram.length();
        outside.wire().send(datagram, to);
    }

    /** Every 50 ms or so: consent, checks, the end of a handshake that does not end. */
    public void tick(long nowNanos) {
        assert isOwner() : "off the owner's thread";
        if (state.isOver()) {
            return;
        }
        latestNanos = nowNanos;
        ice.tick(nowNanos);
        startDtls(nowNanos);
        dtls.tick(nowNanos);
        if (ice.consent().isExpired(nowNanos)) {
            onConsentLost();
        } else if (state instanceof State.Connected && nowNanos - heardNanos >= SILENCE.toNanos()) {
            become(new State.Disconnected());
        }
        if (isUseless(nowNanos)) {
            dtls.close();
            become(new State.Silent());
        }
    }

    /** Who was asked for media, or sent some, and never says a word takes a place for nothing. */
    private boolean isUseless(long nowNanos) {
        boolean spoke = tally.rtpIn > 0 || !sendsMedia && tally.rtcpIn > 0;
        return serves
                && awaited
                && !spoke
                && state.isOpen()
                && nowNanos - awaitedNanos >= FIRST_MEDIA.toNanos();
    }

    private void onConsentLost() {
        if (state.isOpen()) {
            become(new State.Lost());
            dtls.close();
        } else if (state instanceof State.New) {
            fail(
                    ice.consent().wasGiven()
                            ? "the peer went away before the connection stood"
                            : "no valid connectivity check came");
        }
    }

    /** Ends it; says goodbye to the peer. Nothing comes out afterwards. */
    public void close() {
        assert isOwner() : "off the owner's thread";
        if (!state.isOver()) {
            dtls.close();
            become(new State.Closed());
        }
    }

    private void fail(String reason) {
        if (!state.isOver()) {
            dtls.close();
            become(new State.Failed(reason));
        }
    }

    private void become(State next) {
        if (!state.isOver() && !state.equals(next)) {
            state = next;
            listener.onState(next);
        }
    }

    /** Directory of the port: told of addresses from now on. */
    void watch(Reaches.Watcher newWatcher) {
        watcher = newWatcher;
    }

    public State state() {
        return state;
    }

    /** Ours: what the peer's checks name, and a shared port routes by. */
    public String localUfrag() {
        return local.ufrag();
    }

    /** Whether the peer is at the other end of this path: he answered there. */
    boolean isProven(Path path) {
        return ice.isProven(path);
    }

    /** Whether this STUN datagram answers a check of ours to that path. */
    boolean awaits(StunMessage answer, Path from) {
        return ice.awaits(answer, from);
    }

    /** Where the peer is now, or null while it is unknown. */
    public @Nullable Path peer() {
        return ice.peer();
    }

    /** How media is protected, or null before it is. */
    public @Nullable SrtpProfile profile() {
        return profile;
    }

    public TransportCounters counters() {
        return tally.snapshot(dtls.overflow(), dtls.applicationData());
    }

    private boolean isOwner() {
        if (owner == null) {
            owner = Thread.currentThread();
        }
        return owner.equals(Thread.currentThread());
    }

    private final class Routes implements Reaches.Watcher {
        @Override
        public void onLearnt(Path path) {
            watcher.onLearnt(path);
        }

        @Override
        public void onForgotten(Path path) {
            watcher.onForgotten(path);
        }
    }

    private final class DtlsListener implements DtlsEndpoint.Listener {
        @Override
        public void send(byte[] datagram) {
            Path peer = ice.peer();
            if (state instanceof State.Lost || peer == null) {
                tally.drop(Drop.NOT_CONNECTED);
            } else if (ice.admits(peer, datagram.length)) {
                sendBytes(datagram, peer);
            } else {
                tally.drop(Drop.UNPROVEN);
            }
        }

        @Override
        public void onKeys(SrtpKeys keys) {
            if (!state.isOver()) {
                srtp = new Srtp(keys);
                profile = keys.profile();
                ice.onHandshake(latestNanos);
                if (sendsMedia) {
                    await();
                }
                become(new State.Connected());
            }
        }

        @Override
        public void onFailed(String reason) {
            fail(reason);
        }

        @Override
        public void onClosed() {
            close();
        }
    }
}

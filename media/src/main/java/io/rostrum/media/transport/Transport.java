package io.rostrum.media.transport;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.dtls.DtlsEndpoint;
import io.rostrum.media.dtls.DtlsSettings;
import io.rostrum.media.dtls.SrtpKeys;
import io.rostrum.media.dtls.SrtpProfile;
import io.rostrum.media.flow.Datagrams;
import io.rostrum.media.flow.Pipeline;
import io.rostrum.media.flow.Stage;
import io.rostrum.media.ice.Ice;
import io.rostrum.media.ice.IceControlling;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.ice.IceLite;
import io.rostrum.media.ice.VerifiedAddresses;
import io.rostrum.media.srtp.Srtp;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Secure path to one peer, confined to the owner's thread. Joins ICE, DTLS and SRTP. */
public final class Transport {
    /** Where datagrams leave. */
    @FunctionalInterface
    public interface Wire {
        /** Takes the buffer. */
        void send(Buffer datagram, InetSocketAddress to);
    }

    /** What comes out, on the owner's thread. */
    public interface Listener {
        /** Owns the opened packet. */
        void onRtp(Buffer packet, long nowNanos);

        /** Owns the opened compound. */
        void onRtcp(Buffer compound, long nowNanos);

        void onState(State state);
    }

    private final Surroundings outside;
    private final Listener listener;
    private final IceCredentials local;
    private final Ice ice;
    private final DtlsEndpoint dtls;
    private final Tally tally = new Tally();
    private final Stage ingress = road();
    private VerifiedAddresses.Watcher watcher = VerifiedAddresses.Watcher.none();
    private State state = new State.New();
    private @Nullable Srtp srtp;
    private @Nullable SrtpProfile profile;
    private @Nullable Thread owner;

    private interface IceFactory {
        Ice make(Ice.Out out, VerifiedAddresses.Watcher watcher);
    }

    private Transport(
            IceCredentials local,
            IceFactory factory,
            DtlsSettings settings,
            Surroundings outside,
            Listener listener) {
        this.outside = outside;
        this.listener = listener;
        this.local = local;
        this.ice = factory.make(this::sendBytes, new Routes());
        this.dtls =
                new DtlsEndpoint(
                        settings, outside.handshakes(), outside.owner(), new DtlsListener());
    }

    /**
     * ICE-lite: waits for the checks of a full agent.
     *
     * @param remoteUfrag the peer's, of his offer
     * @param settings the DTLS role is the answer's: mostly the server's, but for a WHIP encoder
     *     that offers {@code setup:passive}
     */
    public static Transport server(
            IceCredentials local,
            String remoteUfrag,
            DtlsSettings settings,
            Surroundings outside,
            Listener listener,
            long nowNanos) {
        return new Transport(
                local,
                (out, watcher) -> new IceLite(local, remoteUfrag, out, watcher, nowNanos),
                settings,
                outside,
                listener);
    }

    /** ICE controlling: checks and nominates the one address of a lite server. */
    public static Transport client(
            IceCredentials local,
            IceCredentials remote,
            InetSocketAddress server,
            DtlsSettings settings,
            Surroundings outside,
            Listener listener,
            long nowNanos) {
        return new Transport(
                local,
                (out, watcher) ->
                        new IceControlling(
                                local.ufrag(), remote, server, out, outside.random(), nowNanos),
                settings,
                outside,
                listener);
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
    public void onDatagram(Buffer datagram, InetSocketAddress from, long nowNanos) {
        assert isOwner() : "off the owner's thread";
        tally.datagramsIn++;
        tally.bytesIn += datagram.length();
        ingress.take(datagram, from, nowNanos);
    }

    private void onStun(Buffer datagram, InetSocketAddress from, long nowNanos) {
        Ice.Verdict verdict = ice.onMessage(datagram, from, nowNanos);
        datagram.release();
        switch (verdict) {
            case VALID -> {
                tally.checks++;
                onConsent(nowNanos);
            }
            case MALFORMED -> tally.drop(Drop.MALFORMED);
            case FOREIGN -> tally.drop(Drop.FOREIGN_CHECK);
        }
    }

    private void onConsent(long nowNanos) {
        if (ice.peer() == null || !ice.consent().holds(nowNanos)) {
            return;
        }
        dtls.start(nowNanos);
        if (state instanceof State.Disconnected) {
            become(srtp == null ? new State.New() : new State.Connected());
        }
    }

    private void onDtls(Buffer datagram, InetSocketAddress from, long nowNanos) {
        if (!dtls.onDatagram(datagram)) {
            tally.drop(Drop.MALFORMED);
        }
        datagram.release();
    }

    private void onSrtp(Buffer packet, InetSocketAddress from, long nowNanos) {
        if (srtp != null && passes(srtp.openRtp(packet), packet)) {
            tally.rtpIn++;
            onAuthentic(from, nowNanos);
            listener.onRtp(packet, nowNanos);
        }
    }

    private void onSrtcp(Buffer compound, InetSocketAddress from, long nowNanos) {
        if (srtp != null && passes(srtp.openRtcp(compound), compound)) {
            tally.rtcpIn++;
            onAuthentic(from, nowNanos);
            listener.onRtcp(compound, nowNanos);
        }
    }

    private void onAuthentic(InetSocketAddress from, long nowNanos) {
        ice.onAuthenticMedia(from, nowNanos);
        if (state instanceof State.Disconnected) {
            onConsent(nowNanos);
        }
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

    /** Protects in place and sends; dropped while not connected. Takes the buffer. */
    public void sendRtp(Buffer packet) {
        assert isOwner() : "off the owner's thread";
        if (srtp != null && state instanceof State.Connected && srtp.protectRtp(packet)) {
            tally.rtpOut++;
            send(packet, ice.peer());
        } else {
            refuse(packet);
        }
    }

    /** Protects in place and sends; dropped while not connected. Takes the buffer. */
    public void sendRtcp(Buffer compound) {
        assert isOwner() : "off the owner's thread";
        if (srtp != null && state instanceof State.Connected && srtp.protectRtcp(compound)) {
            tally.rtcpOut++;
            send(compound, ice.peer());
        } else {
            refuse(compound);
        }
    }

    private void refuse(Buffer packet) {
        tally.drop(Drop.NOT_CONNECTED);
        packet.release();
    }

    private void sendBytes(byte[] bytes, @Nullable InetSocketAddress to) {
        Buffer datagram = outside.pool().lend(bytes.length);
        datagram.put(0, bytes, 0, bytes.length);
        send(datagram, to);
    }

    private void send(Buffer datagram, @Nullable InetSocketAddress to) {
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
        ice.tick(nowNanos);
        dtls.tick(nowNanos);
        if (ice.consent().isExpired(nowNanos)) {
            onConsentLost();
        }
    }

    private void onConsentLost() {
        if (state instanceof State.Connected) {
            become(new State.Disconnected());
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
    void watch(VerifiedAddresses.Watcher newWatcher) {
        watcher = newWatcher;
    }

    public State state() {
        return state;
    }

    /** Ours: what the peer's checks name, and a shared port routes by. */
    public String localUfrag() {
        return local.ufrag();
    }

    /** Where the peer is now, or null while it is unknown. */
    public @Nullable InetSocketAddress peer() {
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

    private final class Routes implements VerifiedAddresses.Watcher {
        @Override
        public void onLearnt(InetSocketAddress address) {
            watcher.onLearnt(address);
        }

        @Override
        public void onForgotten(InetSocketAddress address) {
            watcher.onForgotten(address);
        }
    }

    private final class DtlsListener implements DtlsEndpoint.Listener {
        @Override
        public void send(byte[] datagram) {
            sendBytes(datagram, ice.peer());
        }

        @Override
        public void onKeys(SrtpKeys keys) {
            if (!state.isOver()) {
                srtp = new Srtp(keys);
                profile = keys.profile();
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

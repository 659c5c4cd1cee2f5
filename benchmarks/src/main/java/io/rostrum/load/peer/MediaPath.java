package io.rostrum.load.peer;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.dtls.DtlsRole;
import io.rostrum.media.dtls.DtlsSettings;
import io.rostrum.media.dtls.Fingerprint;
import io.rostrum.media.flow.Path;
import io.rostrum.media.flow.UdpPath;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.transport.Surroundings;
import io.rostrum.media.transport.Transport;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A UDP socket of one's own with a secure path on it. */
final class MediaPath {
    private static final int TICK_MILLIS = 50;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Executor HANDSHAKES = Executors.newVirtualThreadPerTaskExecutor();

    private final Vertx vertx;
    private final Context owner;
    private final BufferPool pool = new BufferPool(64);
    private final IceCredentials credentials = IceCredentials.random(RANDOM);
    private final DtlsIdentity identity = DtlsIdentity.create(RANDOM, Instant.now());
    private final DatagramSocket socket;
    private @Nullable Transport transport;
    private long timer = -1;

    /** To be made on the thread of {@code owner}. */
    MediaPath(Vertx vertx, Context owner) {
        this.vertx = vertx;
        this.owner = owner;
        socket = vertx.createDatagramSocket();
    }

    IceCredentials credentials() {
        return credentials;
    }

    Fingerprint fingerprint() {
        return identity.fingerprint();
    }

    BufferPool pool() {
        return pool;
    }

    /** Checks, shakes hands and hands over what arrives, until closed. */
    Future<Transport> open(Answer answer, Transport.Listener listener) {
        return socket.listen(0, "0.0.0.0")
                .map(bound -> {
                    Transport made = connect(answer, listener);
                    transport = made;
                    bound.handler(this::onPacket);
                    timer = vertx.setPeriodic(1, TICK_MILLIS, ignored -> made.tick(Clock.nanos()));
                    return made;
                });
    }

    private Transport connect(Answer answer, Transport.Listener listener) {
        Executor onOwner = task -> owner.runOnContext(ignored -> task.run());
        return Transport.client(
                credentials,
                answer.ice(),
                new UdpPath(answer.server()),
                new DtlsSettings(DtlsRole.CLIENT, identity, answer.fingerprint()),
                new Surroundings(pool, this::send, onOwner, HANDSHAKES, RANDOM),
                listener,
                Clock.nanos());
    }

    private void send(Buffer datagram, Path path) {
        InetSocketAddress to = path.address();
        io.vertx.core.buffer.Buffer bytes = io.vertx.core.buffer.Buffer.buffer(datagram.bytes());
        datagram.release();
        var ignored = socket.send(bytes, to.getPort(), to.getAddress().getHostAddress());
    }

    private void onPacket(DatagramPacket packet) {
        long now = Clock.nanos();
        byte[] bytes = packet.data().getBytes();
        if (transport == null || bytes.length > BufferPool.DATAGRAM) {
            return;
        }
        Buffer datagram = pool.lend(bytes.length);
        datagram.put(0, bytes, 0, bytes.length);
        var sender = packet.sender();
        transport.onDatagram(
                datagram,
                new UdpPath(new InetSocketAddress(sender.hostAddress(), sender.port())),
                now);
    }

    /** Says goodbye, or vanishes when {@code rude}. */
    Future<Void> close(boolean rude) {
        vertx.cancelTimer(timer);
        if (transport != null && !rude) {
            transport.close();
        }
        return socket.close();
    }
}

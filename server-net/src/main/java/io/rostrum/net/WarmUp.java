package io.rostrum.net;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.dtls.DtlsRole;
import io.rostrum.media.dtls.DtlsSettings;
import io.rostrum.media.flow.Path;
import io.rostrum.media.flow.UdpPath;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.transport.State;
import io.rostrum.media.transport.Surroundings;
import io.rostrum.media.transport.Transport;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A call with oneself before the doors open: whatever crypto loads at first use, which takes
 * seconds on a busy machine, is loaded before a loop would have to wait for it.
 */
public final class WarmUp {
    private static final long POLL_MILLIS = 20;
    private static final Path HERE = path(9);
    private static final Path THERE = path(10);

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final BufferPool pool = new BufferPool(16);
    private final SecureRandom random;
    private final LongSupplier nanoClock;
    private boolean heard;

    private WarmUp(SecureRandom random, LongSupplier nanoClock) {
        this.random = random;
        this.nanoClock = nanoClock;
    }

    private static Path path(int port) {
        return new UdpPath(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /**
     * Makes the call; blocks. An interrupt ends it.
     *
     * @return whether a packet came through in time
     */
    public static boolean run(
            DtlsIdentity identity,
            SecureRandom random,
            Executor handshakes,
            LongSupplier nanoClock,
            long patienceNanos)
            throws InterruptedException {
        return new WarmUp(random, nanoClock).call(identity, handshakes, patienceNanos);
    }

    /**
     * Writes and reads a little JSON: the first time takes seconds on a busy machine, which is
     * better spent before a loop has to answer.
     */
    public static void json() {
        JsonObject written =
                new JsonObject()
                        .put("text", "")
                        .put("number", 1)
                        .put("list", new JsonArray().add(1L));
        new JsonObject(written.encodePrettily());
        new JsonObject(new JsonObject(written.encode()).toBuffer());
    }

    private boolean call(DtlsIdentity identity, Executor handshakes, long patienceNanos)
            throws InterruptedException {
        long start = nanoClock.getAsLong();
        IceCredentials here = IceCredentials.random(random);
        IceCredentials there = IceCredentials.random(random);
        End server = new End();
        End client = new End();
        server.transport =
                Transport.server(
                        here,
                        there.ufrag(),
                        there.password(),
                        new DtlsSettings(DtlsRole.SERVER, identity, identity.fingerprint()),
                        surroundings(handshakes, client, HERE),
                        server,
                        start);
        client.transport =
                Transport.client(
                        there,
                        here,
                        HERE,
                        new DtlsSettings(DtlsRole.CLIENT, identity, identity.fingerprint()),
                        surroundings(handshakes, server, THERE),
                        client,
                        start);
        try {
            while (!heard && nanoClock.getAsLong() - start < patienceNanos) {
                step(server.transport, client.transport);
            }
        } finally {
            server.transport.close();
            client.transport.close();
        }
        return heard;
    }

    private void step(Transport server, Transport client) throws InterruptedException {
        Runnable task = tasks.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (task != null) {
            task.run();
            return;
        }
        long now = nanoClock.getAsLong();
        server.tick(now);
        client.tick(now);
        if (client.state() instanceof State.Connected) {
            Buffer packet = pool.lend(Rtp.FIXED_HEADER + 1);
            Rtp.write(packet, 96, 1, 0, 1);
            client.sendRtp(packet);
        }
    }

    private Surroundings surroundings(Executor handshakes, End other, Path from) {
        return new Surroundings(
                pool,
                (datagram, to) -> tasks.add(() -> other.onDatagram(datagram, from)),
                tasks::add,
                handshakes,
                random);
    }

    /** One end of the call. */
    private final class End implements Transport.Listener {
        private @Nullable Transport transport;

        void onDatagram(Buffer datagram, Path from) {
            if (transport == null) {
                datagram.release();
            } else {
                transport.onDatagram(datagram, from, nanoClock.getAsLong());
            }
        }

        @Override
        public void onRtp(Buffer packet, long nowNanos) {
            heard = true;
            packet.release();
        }

        @Override
        public void onRtcp(Buffer compound, long nowNanos) {
            compound.release();
        }

        @Override
        public void onState(State state) {}
    }
}

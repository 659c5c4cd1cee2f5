package io.rostrum.media.transport;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.dtls.DtlsRole;
import io.rostrum.media.dtls.DtlsSettings;
import io.rostrum.media.dtls.Fingerprint;
import io.rostrum.media.dtls.SrtpProfile;
import io.rostrum.media.flow.Path;
import io.rostrum.media.flow.UdpPath;
import io.rostrum.media.ice.IceCredentials;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A client and a server on one port, over a wire in memory that may lose, with a clock that only
 * the test moves. The one thing that runs by itself is the library's handshake.
 */
final class TwoPeers implements AutoCloseable {
    static final Path SERVER = address(10000);
    private static final SecureRandom RANDOM = new SecureRandom();
    static final DtlsIdentity SERVER_IDENTITY = DtlsIdentity.create(RANDOM, Instant.EPOCH);
    static final DtlsIdentity CLIENT_IDENTITY = DtlsIdentity.create(RANDOM, Instant.EPOCH);
    private static final Duration STEP = Duration.ofMillis(10);

    private record Flying(Buffer datagram, Path from, Path to) {}

    /** Details that a test wants otherwise. */
    static final class Plan {
        double loss;
        long seed = 7;
        DtlsRole serverRole = DtlsRole.SERVER;
        List<SrtpProfile> serverProfiles = SrtpProfile.PREFERENCE;
        List<SrtpProfile> clientProfiles = SrtpProfile.PREFERENCE;
        Fingerprint serverExpects = CLIENT_IDENTITY.fingerprint();
        Fingerprint clientExpects = SERVER_IDENTITY.fingerprint();
        boolean clientIsSilent;
        boolean serverIsIdle;
    }

    final BufferPool pool = new BufferPool(64);
    final PortDirectory directory = new PortDirectory();
    final Ear serverEar = new Ear();
    final Ear clientEar = new Ear();
    final IceCredentials serverIce = IceCredentials.random(RANDOM);
    final IceCredentials clientIce = IceCredentials.random(RANDOM);
    final Transport server;
    final Transport client;
    final ExecutorService handshakes = Executors.newVirtualThreadPerTaskExecutor();
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final ArrayDeque<Flying> wire = new ArrayDeque<>();
    private final Random luck;
    private final Plan plan;
    Path clientAddress = address(40000);
    boolean cut;

    /** Bytes that went where nobody of ours is. */
    final Map<Path, Integer> stray = new HashMap<>();

    /** Who else is somewhere; owns what comes there. */
    final Map<Path, Consumer<Buffer>> others = new HashMap<>();

    /** Hear what the client sends. */
    final List<Consumer<byte[]>> ears = new ArrayList<>();

    /** Gets what the client sends, in place of the server. */
    Consumer<byte[]> tap;

    long now = -1_000_000_000_000L;

    TwoPeers() {
        this(new Plan());
    }

    TwoPeers(Plan plan) {
        this.plan = plan;
        this.luck = new Random(plan.seed);
        DtlsRole clientRole =
                plan.serverRole == DtlsRole.SERVER ? DtlsRole.CLIENT : DtlsRole.SERVER;
        server =
                Transport.server(
                        serverIce,
                        clientIce.ufrag(),
                        clientIce.password(),
                        settings(
                                plan.serverRole,
                                SERVER_IDENTITY,
                                plan.serverExpects,
                                plan.serverProfiles),
                        outside((datagram, to) -> fly(datagram, SERVER, to)),
                        serverEar,
                        now);
        client =
                Transport.client(
                        clientIce,
                        serverIce,
                        SERVER,
                        settings(
                                clientRole,
                                CLIENT_IDENTITY,
                                plan.clientExpects,
                                plan.clientProfiles),
                        outside((datagram, to) -> fly(datagram, clientAddress, to)),
                        clientEar,
                        now);
        directory.add(server);
    }

    private static DtlsSettings settings(
            DtlsRole role, DtlsIdentity identity, Fingerprint peer, List<SrtpProfile> profiles) {
        return new DtlsSettings(role, identity, peer, profiles, Duration.ofMillis(5));
    }

    Surroundings outside(Transport.Wire out) {
        return new Surroundings(pool, out, tasks::add, handshakes, RANDOM);
    }

    /** For another transport of the same port. */
    void sendFromServer(Buffer datagram, Path to) {
        fly(datagram, SERVER, to);
    }

    private void fly(Buffer datagram, Path from, Path to) {
        if (to.equals(SERVER)) {
            ears.forEach(ear -> ear.accept(datagram.bytes()));
        }
        if (tap != null && to.equals(SERVER)) {
            tap.accept(datagram.bytes());
            datagram.release();
        } else if (cut || luck.nextDouble() < plan.loss) {
            datagram.release();
        } else {
            wire.add(new Flying(datagram, from, to));
        }
    }

    static Path address(int port) {
        return new UdpPath(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** Puts any bytes on the wire to the server. */
    void forge(byte[] bytes, Path from) {
        Buffer datagram = pool.lend(bytes.length);
        datagram.put(0, bytes, 0, bytes.length);
        wire.add(new Flying(datagram, from, SERVER));
    }

    /** Whether it came true within a time of the clock. */
    boolean until(BooleanSupplier done, Duration atMost) {
        long end = now + atMost.toNanos();
        while (!done.getAsBoolean()) {
            if (now >= end) {
                return false;
            }
            step((int) STEP.toMillis()); // the handshakes' threads run by real time
        }
        return true;
    }

    /** Lets time pass, without waiting for it. */
    void elapse(Duration time) {
        long end = now + time.toNanos();
        while (now < end) {
            step(0);
        }
    }

    private void step(int patienceMillis) {
        deliver();
        Runnable task = poll(patienceMillis);
        if (task != null) {
            task.run();
            return;
        }
        now += STEP.toNanos();
        if (!plan.serverIsIdle) {
            server.tick(now);
        }
        if (!plan.clientIsSilent) {
            client.tick(now);
        }
        deliver();
    }

    /** Waits for the library's threads, not for time to pass. */
    private Runnable poll(int patienceMillis) {
        try {
            return tasks.poll(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void deliver() {
        for (Flying next = wire.poll(); next != null; next = wire.poll()) {
            Consumer<Buffer> other = others.get(next.to());
            if (other != null) {
                other.accept(next.datagram());
            } else if (next.to().equals(SERVER)) {
                directory.onDatagram(next.datagram(), next.from(), now);
            } else if (next.to().equals(clientAddress)) {
                client.onDatagram(next.datagram(), next.from(), now);
            } else {
                stray.merge(next.to(), next.datagram().length(), Integer::sum);
                next.datagram().release();
            }
        }
    }

    boolean connects(Duration atMost) {
        return until(() -> serverEar.isConnected() && clientEar.isConnected(), atMost);
    }

    TwoPeers connected() {
        if (!connects(Duration.ofSeconds(60))) {
            throw new AssertionError(serverEar.states + " " + clientEar.states);
        }
        return this;
    }

    /** A small RTP packet. */
    Buffer rtp(int ssrc, int sequence) {
        Buffer packet = pool.lend(12 + 20);
        for (int i = 0; i < packet.length(); i++) {
            packet.put8(i, i);
        }
        packet.put8(0, 0x80);
        packet.put8(1, 111);
        packet.put16(2, sequence);
        packet.put32(8, ssrc);
        return packet;
    }

    /** A receiver report without blocks. */
    Buffer rtcp(int ssrc) {
        Buffer compound = pool.lend(8);
        compound.put32(0, 0x80C90001);
        compound.put32(4, ssrc);
        return compound;
    }

    /** Nothing was forgotten and no handshake still runs. */
    @Override
    public void close() {
        server.close();
        client.close();
        handshakes.close();
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        deliver();
        wire.forEach(flying -> flying.datagram().release());
        if (pool.lent() != 0) {
            throw new AssertionError(pool.lent() + " buffers were forgotten");
        }
    }
}

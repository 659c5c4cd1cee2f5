package io.rostrum.streaming.main;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.dtls.DtlsSettings;
import io.rostrum.media.flow.Path;
import io.rostrum.media.flow.UdpPath;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.sdp.Accepted;
import io.rostrum.media.sdp.Format;
import io.rostrum.media.sdp.LocalEnd;
import io.rostrum.media.sdp.Offerer;
import io.rostrum.media.sdp.SdpException;
import io.rostrum.media.transport.State;
import io.rostrum.media.transport.Surroundings;
import io.rostrum.media.transport.Transport;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/** A viewer by WHEP: one socket, driven by whoever waits for something. */
final class WhepWatcher implements Transport.Listener, AutoCloseable {
    private static final int POLL_MILLIS = 5;

    private final SecureRandom random = new SecureRandom();
    private final BufferPool pool = new BufferPool(64);
    private final IceCredentials ice = IceCredentials.random(random);
    private final DtlsIdentity identity = DtlsIdentity.create(random, Instant.now());
    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final DatagramSocket socket;
    private final Offerer offerer;
    private final List<Integer> timestamps = new ArrayList<>();
    private Transport transport;
    private State state = new State.New();

    WhepWatcher(Format format) throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(POLL_MILLIS);
        LocalEnd end = new LocalEnd(ice, identity.fingerprint(), List.of(), "watcher");
        offerer = new Offerer(end, List.of(), List.of(format), random::nextInt);
    }

    String offer() {
        return offerer.offer();
    }

    void connect(String answer) throws SdpException {
        Accepted accepted = offerer.accept(answer);
        transport =
                Transport.client(
                        ice,
                        accepted.remote(),
                        new UdpPath(accepted.servers().getFirst()),
                        new DtlsSettings(accepted.role(), identity, accepted.remoteFingerprint()),
                        new Surroundings(
                                pool,
                                this::send,
                                tasks::add,
                                task -> Thread.ofVirtual().start(task),
                                random),
                        this,
                        System.nanoTime());
    }

    private void send(Buffer datagram, Path to) {
        byte[] bytes = datagram.bytes();
        datagram.release();
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, to.address()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lives until the condition holds, or for so long. */
    boolean until(BooleanSupplier condition, long seconds) throws IOException {
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            step();
        }
        return condition.getAsBoolean();
    }

    private void step() throws IOException {
        DatagramPacket packet =
                new DatagramPacket(new byte[BufferPool.DATAGRAM], BufferPool.DATAGRAM);
        try {
            socket.receive(packet);
            Buffer datagram = pool.lend(packet.getLength());
            datagram.put(0, packet.getData(), 0, packet.getLength());
            transport.onDatagram(
                    datagram,
                    new UdpPath((InetSocketAddress) packet.getSocketAddress()),
                    System.nanoTime());
        } catch (SocketTimeoutException nothing) {
            transport.tick(System.nanoTime());
        }
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    @Override
    public void onRtp(Buffer packet, long nowNanos) {
        timestamps.add(Rtp.timestamp(packet));
        packet.release();
    }

    @Override
    public void onRtcp(Buffer compound, long nowNanos) {
        compound.release();
    }

    @Override
    public void onState(State newState) {
        state = newState;
    }

    /** Of each packet, in the order of arrival. */
    List<Integer> timestamps() {
        return timestamps;
    }

    State state() {
        return state;
    }

    @Override
    public void close() {
        socket.close();
    }
}

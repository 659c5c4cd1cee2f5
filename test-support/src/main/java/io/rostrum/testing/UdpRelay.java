package io.rostrum.testing;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network between browsers and a server's media port that can be cut: the same port number at
 * another address of this machine.
 */
public final class UdpRelay implements AutoCloseable {
    private static final int DATAGRAM = 2048;

    private final InetSocketAddress server;
    private final DatagramSocket front;
    private final Map<SocketAddress, DatagramSocket> backs = new ConcurrentHashMap<>();
    private volatile boolean cut;

    private UdpRelay(DatagramSocket front, InetSocketAddress server) {
        this.front = front;
        this.server = server;
    }

    /** Carries datagrams between {@code address} and 127.0.0.1, both with this port. */
    public static UdpRelay open(String address, int port) throws IOException {
        DatagramSocket front =
                new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(address), port));
        UdpRelay relay =
                new UdpRelay(front, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        Thread.ofVirtual().start(relay::fromClients);
        return relay;
    }

    /** From now on nothing passes, and nobody is told. */
    public void cut() {
        cut = true;
    }

    private void fromClients() {
        pass(front, packet -> back(packet.getSocketAddress()), server);
    }

    private DatagramSocket back(SocketAddress client) {
        return backs.computeIfAbsent(
                client,
                key -> {
                    try {
                        DatagramSocket back = new DatagramSocket();
                        Thread.ofVirtual().start(() -> pass(back, packet -> front, client));
                        return back;
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    /** Says by which socket a datagram goes on. */
    @FunctionalInterface
    private interface Road {
        DatagramSocket of(DatagramPacket packet);
    }

    private void pass(DatagramSocket in, Road road, SocketAddress to) {
        byte[] bytes = new byte[DATAGRAM];
        while (!in.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(bytes, DATAGRAM);
                in.receive(packet);
                if (!cut) {
                    road.of(packet).send(new DatagramPacket(bytes, packet.getLength(), to));
                }
            } catch (IOException lost) {
                // As networks do.
            }
        }
    }

    @Override
    public void close() {
        front.close();
        backs.values().forEach(DatagramSocket::close);
    }
}

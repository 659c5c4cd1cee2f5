package io.rostrum.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.flow.Path;
import io.rostrum.media.flow.UdpPath;
import io.rostrum.testing.Traces;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Datagrams arrive as they were sent, whether the kernel cuts them or we do. */
class MediaPortTest {
    private Vertx vertx;
    private Loop loop;

    private void open(boolean epoll) {
        vertx = Vertx.builder().with(new VertxOptions().setPreferNativeTransport(epoll)).build();
        Ports ports = new Ports(InetAddress.getLoopbackAddress(), 0, 1);
        loop = await(Loops.open(vertx, ports, System::nanoTime)).all().getFirst();
    }

    @AfterEach
    void close() {
        await(vertx.close());
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        return future.timeout(10, TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRunOfDatagramsKeepsItsBounds(boolean epoll) throws IOException {
        open(epoll);
        List<Integer> sizes =
                List.of(1200, 1200, 1200, 700, 700, 40, 1200, 20, 1162, 1162, 1, 1200, 1300);
        try (DatagramSocket ear = ear()) {
            send(sizes, ear);
            assertThat(heard(ear, sizes.size())).isEqualTo(sizes);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sixtyOfOneSizeAreMoreThanOneRun(boolean epoll) throws IOException {
        open(epoll);
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            sizes.add(1162);
        }
        try (DatagramSocket ear = ear()) {
            send(sizes, ear);
            assertThat(heard(ear, sizes.size())).isEqualTo(sizes);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoPeersInTurnGetWhatIsTheirs(boolean epoll) throws IOException {
        open(epoll);
        try (DatagramSocket one = ear();
                DatagramSocket other = ear()) {
            loop.executor()
                    .execute(() -> {
                        for (int i = 0; i < 10; i++) {
                            loop.port().send(datagram(500, i), address(one));
                            loop.port().send(datagram(500, i), address(other));
                            loop.port().send(datagram(500, i), address(other));
                        }
                    });
            assertThat(heard(one, 10)).hasSize(10).containsOnly(500);
            assertThat(heard(other, 20)).hasSize(20).containsOnly(500);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoFailsAtEveryDatagramGetsTheNextOneNeverthelessAndOneTraceInTheLog(boolean epoll)
            throws Exception {
        open(epoll);
        CountDownLatch all = new CountDownLatch(50);
        CompletableFuture.runAsync(
                        () ->
                                loop.port()
                                        .deliverTo((datagram, from, now) -> {
                                            datagram.release();
                                            all.countDown();
                                            throw new IllegalStateException("broken");
                                        }),
                        loop.executor())
                .get(10, TimeUnit.SECONDS);
        try (Traces traces = new Traces();
                DatagramSocket mouth = ear()) {
            InetAddress here = InetAddress.getLoopbackAddress();
            for (int i = 0; i < 50; i++) {
                mouth.send(new DatagramPacket(new byte[100], 100, here, loop.port().number()));
            }
            assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
            await(vertx.close());
            assertThat(traces.seen()).hasSize(1);
        }
    }

    private void send(List<Integer> sizes, DatagramSocket to) {
        loop.executor()
                .execute(() -> {
                    for (int i = 0; i < sizes.size(); i++) {
                        loop.port().send(datagram(sizes.get(i), i), address(to));
                    }
                });
    }

    private static DatagramSocket ear() throws IOException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static Path address(DatagramSocket socket) {
        return new UdpPath((InetSocketAddress) socket.getLocalSocketAddress());
    }

    /** Every byte is the datagram's number. */
    private Buffer datagram(int size, int number) {
        Buffer datagram = loop.pool().lend(size);
        for (int at = 0; at < size; at++) {
            datagram.put8(at, number);
        }
        return datagram;
    }

    /** Sizes of what arrives, each made of one number. */
    private static List<Integer> heard(DatagramSocket ear, int count) throws IOException {
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DatagramPacket packet =
                    new DatagramPacket(new byte[BufferPool.DATAGRAM], BufferPool.DATAGRAM);
            ear.receive(packet);
            byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
            for (byte each : bytes) {
                assertThat(each).isEqualTo(bytes[0]);
            }
            sizes.add(bytes.length);
        }
        return sizes;
    }
}

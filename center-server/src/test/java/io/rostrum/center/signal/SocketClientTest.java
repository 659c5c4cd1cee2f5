package io.rostrum.center.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.gate.Network;
import io.rostrum.http.WellFormed;
import io.rostrum.protocol.signal.ServerMessage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client at the other end of a real connection, who reads nothing. */
class SocketClientTest {
    private final Vertx vertx = Vertx.vertx();
    private final SocketMeters meters = new SocketMeters();
    private final CompletableFuture<SocketClient> came = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    private int open() {
        HttpServer server =
                WellFormed.on(
                        vertx.createHttpServer(),
                        request -> {
                            var _ = request.toWebSocket().onSuccess(this::listen);
                        });
        return await(server.listen(0, "127.0.0.1")).actualPort();
    }

    private void listen(ServerWebSocket socket) {
        socket.closeHandler(closed -> gone.complete(null));
        came.complete(new SocketClient(socket, new Network("192.0.2.1"), meters));
    }

    @AfterEach
    void stop() {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private static Socket deaf(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String head =
                "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        assertThat(in.read()).isEqualTo('H');
        return socket;
    }

    @Test
    void whoIsTooSlowIsCountedOnceAndGoneSoonThoughHeReadsNoCloseFrame() throws Exception {
        try (Socket _ = deaf(open())) {
            SocketClient client = came.get(20, TimeUnit.SECONDS);
            ServerMessage large = new ServerMessage.Done("r".repeat(60_000));
            for (int i = 0; i < 4 * SocketClient.MOST_WAITING; i++) {
                client.send(large);
            }
            gone.get(60, TimeUnit.SECONDS);
        }
        assertThat(meters.tooSlow()).isEqualTo(1);
    }
}

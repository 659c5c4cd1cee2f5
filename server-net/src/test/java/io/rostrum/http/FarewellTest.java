package io.rostrum.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A server that ends a WebSocket at its first text, and clients that do not take it well. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FarewellTest {
    private static final int TEXT = 32 << 10;

    /** Far more than anybody has on his way, and than the buffers of two sockets hold. */
    private static final long FLOOD = 64L << 20;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger heard = new AtomicInteger();
    private CompletableFuture<Void> closed = new CompletableFuture<>();
    private int port;

    @BeforeAll
    void start() {
        HttpServer server =
                WellFormed.on(
                        vertx.createHttpServer(
                                ServerOptions.of(null, false, Duration.ofMinutes(5))),
                        this::socket);
        port =
                server.listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .actualPort();
    }

    @AfterAll
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void nobodyYet() {
        heard.set(0);
        closed = new CompletableFuture<>();
    }

    private void socket(HttpServerRequest request) {
        boolean loud = request.path().equals("/loud");
        var _ = request.toWebSocket().onSuccess(socket -> listen(socket, loud));
    }

    private void listen(ServerWebSocket socket, boolean loud) {
        socket.textMessageHandler(text -> {
            heard.incrementAndGet();
            for (int i = 0; loud && i < 1000; i++) {
                var _ = socket.writeTextMessage("a".repeat(TEXT));
            }
            Farewell.say(socket, (short) 1008, "enough");
        });
        socket.closeHandler(gone -> closed.complete(null));
    }

    private Socket client(String path) throws IOException {
        Socket socket = Wire.open(port);
        String head =
                "GET "
                        + path
                        + " HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                        + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) in.read());
        }
        assertThat(answer.toString()).startsWith("HTTP/1.1 101 ");
        return socket;
    }

    /** A final frame of so many zeros, masked with zeros. */
    private static byte[] frame(int opcode, int length) {
        boolean small = length < 126;
        byte[] frame = new byte[(small ? 6 : 8) + length];
        frame[0] = (byte) (0x80 | opcode);
        frame[1] = (byte) (0x80 | (small ? length : 126));
        if (!small) {
            frame[2] = (byte) (length >> 8);
            frame[3] = (byte) length;
        }
        return frame;
    }

    @Test
    void aFloodAfterTheCloseWasDecidedIsNotHeardAndSoonCutOff() throws Exception {
        long sent = 0;
        byte[] text = frame(1, TEXT);
        try (Socket eve = client("/quiet")) {
            while (sent < FLOOD) {
                eve.getOutputStream().write(text);
                sent += text.length;
            }
        } catch (SocketException cutOff) {
            assertThat(sent).isPositive();
        }
        assertThat(sent).as("bytes until the connection was gone").isLessThan(FLOOD);
        closed.get(20, TimeUnit.SECONDS);
        assertThat(heard).hasValue(1);
    }

    @Test
    void whoAnswersNothingIsGoneBeforeTheOthersPatienceEnds() throws Exception {
        try (Socket mute = client("/quiet")) {
            mute.getOutputStream().write(frame(1, 10));
            InputStream in = mute.getInputStream();
            assertThat(in.readAllBytes())
                    .as("our close frame, and the end")
                    .startsWith((byte) 0x88);
        }
    }

    @Test
    void soIsWhoReadsNothingSoThatNoCloseFrameCanBeWritten() throws Exception {
        try (Socket deaf = client("/loud")) {
            deaf.getOutputStream().write(frame(1, 10));
            closed.get(60, TimeUnit.SECONDS); // without a bound: five minutes
        }
        assertThat(heard).hasValue(1);
    }

    @Test
    void whoAnswersTheCloseIsGoneAtOnceWithIt() throws Exception {
        try (Socket polite = client("/quiet")) {
            polite.getOutputStream().write(frame(1, 10));
            InputStream in = polite.getInputStream();
            assertThat(in.read()).isEqualTo(0x88);
            byte[] rest = in.readNBytes(1 + 2 + "enough".length());
            assertThat(new String(rest, 3, rest.length - 3, StandardCharsets.US_ASCII))
                    .isEqualTo("enough");
            byte[] answer = frame(8, 2);
            answer[6] = 1008 >> 8;
            answer[7] = (byte) 1008;
            polite.getOutputStream().write(answer);
            assertThat(in.read()).isEqualTo(-1);
        }
    }
}

package io.rostrum.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request that is paused while its body comes, as that of a segment while the disk is behind. */
class PausedBodiesTest {
    private static final int CHUNKS = 100;
    private static final String CHUNK = "a".repeat(40);
    private static final int BODY = CHUNKS * CHUNK.length();

    private final Vertx vertx = Vertx.vertx();
    private final List<HttpContent> came = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
    private final CompletableFuture<Void> enough = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    /** Sees each piece of a body before all others do. */
    private final class Seen extends ChannelInboundHandlerAdapter {
        private int bytes;

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (message instanceof HttpContent part) {
                came.add(part);
                bytes += part.content().readableBytes();
            }
            ctx.fireChannelRead(message);
            if (bytes == BODY) {
                enough.complete(null);
            }
        }
    }

    private int open() {
        HttpServer server =
                vertx.createHttpServer(ServerOptions.of(null, false, Duration.ofSeconds(20)))
                        .requestHandler(request -> {
                            request.pause();
                            asked.complete(request);
                        })
                        .connectionHandler(this::watch);
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private void watch(HttpConnection connection) {
        BrokenBodies.watch(connection);
        var pipeline = ((HttpServerConnection) connection).channelHandlerContext().pipeline();
        pipeline.addBefore("broken-bodies", "seen", new Seen());
        connection.closeHandler(closed -> gone.complete(null));
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** So many chunks at once that Vert.x keeps some of them before it has looked at them. */
    private static void send(Socket socket, String end) throws IOException {
        String head = "PUT /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
        String chunk = Integer.toHexString(CHUNK.length()) + "\r\n" + CHUNK + "\r\n";
        String all = head + chunk.repeat(CHUNKS) + end;
        socket.getOutputStream().write(all.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whatWaitedIsGivenBackWhenTheConnectionBreaks() throws Exception {
        try (Socket socket = Wire.open(open())) {
            send(socket, "");
            enough.get(20, TimeUnit.SECONDS);
            var _ = asked.get(20, TimeUnit.SECONDS).connection().close();
        }
        gone.get(20, TimeUnit.SECONDS);
        assertThat(came).isNotEmpty().allMatch(part -> part.refCnt() == 0);
    }

    @Test
    void whatWaitedIsReadWhenTheRequestGoesOn() throws Exception {
        try (Socket socket = Wire.open(open())) {
            send(socket, "0\r\n\r\n");
            enough.get(20, TimeUnit.SECONDS);
            CompletableFuture<Integer> read = new CompletableFuture<>();
            HttpServerRequest request = asked.get(20, TimeUnit.SECONDS);
            vertx.runOnContext(here -> {
                var _ = request.body().onSuccess(body -> read.complete(body.length()));
                request.resume();
            });
            assertThat(read.get(20, TimeUnit.SECONDS)).isEqualTo(BODY);
        }
    }
}

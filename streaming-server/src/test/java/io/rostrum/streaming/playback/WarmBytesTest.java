package io.rostrum.streaming.playback;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarmBytesTest {
    private final Vertx vertx = Vertx.vertx();
    private final WarmBytes warm = new WarmBytes();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, SECONDS);
    }

    private static byte[] filled(int number, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) number);
        return bytes;
    }

    private HttpServer serving(List<byte[]> all) throws Exception {
        return vertx.createHttpServer()
                .requestHandler(request -> {
                    byte[] bytes = all.get(Integer.parseInt(request.path().substring(1)));
                    request.response().putHeader("Content-Length", "" + bytes.length);
                    warm.end(request.response(), bytes);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, SECONDS);
    }

    private static byte[] ask(HttpClient http, HttpServer server, int number)
            throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + server.actualPort() + "/" + number);
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                .body();
    }

    @Test
    void eachGetsHisOwnBytesHoweverOftenTheRoomIsUsedAgain() throws Exception {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(filled(i, i % 3 == 0 ? 100 : 60_000 + i * 500)); // 20 MB where 8 are held
        }
        HttpServer server = serving(all);
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < all.size(); i++) {
                    assertThat(ask(http, server, i)).isEqualTo(all.get(i));
                    assertThat(ask(http, server, i)).isEqualTo(all.get(i));
                }
            }
        }
    }

    @Test
    void whatIsTooLargeIsWrittenAsItIs() throws Exception {
        byte[] large = filled(7, 1 << 20);
        HttpServer server = serving(List.of(large));
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(ask(http, server, 0)).isEqualTo(large);
        }
    }
}

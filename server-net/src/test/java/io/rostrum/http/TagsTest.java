package io.rostrum.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagsTest {
    private static final Asset PAGE =
            new Asset("text/html", "<p>Hello</p>".repeat(50).getBytes(StandardCharsets.UTF_8));

    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeEach
    void start() {
        port =
                vertx.createHttpServer()
                        .requestHandler(request -> PAGE.send(request, Asset.ASK_AGAIN))
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .actualPort();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private String ask(String method, String more) throws Exception {
        return Wire.ask(port, Wire.head(method, "/", "Host: x\r\n" + more));
    }

    private String tag() throws Exception {
        return ask("GET", "")
                .lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("etag: "))
                .findFirst()
                .orElseThrow()
                .substring("etag: ".length());
    }

    @Test
    void aPageThatIsKnownIsNotSentAgain() throws Exception {
        String tag = tag();
        String strong = tag.substring("W/".length());
        List<String> lists =
                List.of(tag, strong, "\"a\", " + tag, tag + " ,\"b\"", "W/\"x,y\"," + strong, "*");
        for (String list : lists) {
            assertThat(ask("GET", "If-None-Match: " + list + "\r\n"))
                    .as(list)
                    .startsWith("HTTP/1.1 304 ")
                    .doesNotContain("Hello");
        }
        assertThat(ask("GET", "If-None-Match: \"a\"\r\nIf-None-Match: " + tag + "\r\n"))
                .startsWith("HTTP/1.1 304 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "", "\"", "a, b", "\"a\", \"*\"", "\"\""})
    void aPageThatIsNotKnownIsSent(String list) throws Exception {
        assertThat(ask("GET", "If-None-Match: " + list + "\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whoReadsGzipGetsLess() throws Exception {
        assertThat(ask("GET", "Accept-Encoding: br, gzip\r\n"))
                .containsIgnoringCase("content-encoding: gzip")
                .doesNotContain("Hello");
        assertThat(ask("GET", "Accept-Encoding: gzip;q=0, br\r\n")).contains("Hello");
        assertThat(ask("HEAD", ""))
                .containsIgnoringCase("content-length: 600")
                .endsWith("\r\n\r\n");
    }
}

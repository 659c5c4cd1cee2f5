package io.rostrum.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminPortTest {
    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeAll
    void start() {
        AdminSettings settings = new AdminSettings("127.0.0.1", 0, Set.of("center-1"));
        port =
                AdminPort.open(vertx, settings, () -> "figures 1\n")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
    }

    @AfterAll
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private String ask(String method, String path, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            String head = "%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
            socket.getOutputStream()
                    .write(head.formatted(method, path, host).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9100", "127.0.0.1", "[::1]:9100", "center-1:9100"})
    void whoCallsItByItsNameReadsTheFigures(String host) throws IOException {
        assertThat(ask("GET", "/metrics", host))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("figures 1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:9100", "localhost.evil.example"})
    void aPageWhoseNameWasMadeToLeadHereReadsNothing(String host) throws IOException {
        for (String path : new String[] {"/metrics", "/", "/other"}) {
            assertThat(ask("GET", path, host))
                    .startsWith("HTTP/1.1 421 ")
                    .contains("application/problem+json", "problems/unknown-host")
                    .doesNotContain("figures 1");
        }
    }

    @Test
    void whatElseIsAskedIsAProblem() throws IOException {
        assertThat(ask("GET", "/", "localhost"))
                .startsWith("HTTP/1.1 404 ")
                .contains("problems/not-found");
        assertThat(ask("POST", "/metrics", "localhost"))
                .startsWith("HTTP/1.1 405 ")
                .contains("problems/method-not-allowed")
                .containsIgnoringCase("allow: GET, HEAD");
        assertThat(ask("HEAD", "/metrics", "localhost")).startsWith("HTTP/1.1 200 ");
    }
}

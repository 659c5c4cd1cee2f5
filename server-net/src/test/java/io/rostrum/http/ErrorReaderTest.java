package io.rostrum.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is refused reads it as he can: a person a page, a program problem details. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorReaderTest {
    private static final String BROWSER =
            "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8\r\n";
    private static final String HOST = "Host: x\r\n";
    private static final String JSON = "application/problem+json";

    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeAll
    void start() {
        Router router = Router.router(vertx);
        router.get("/broken").handler(ctx -> ctx.fail(500));
        Methods.close(router);
        for (int status : new int[] {404, 405, 500}) {
            router.errorHandler(
                    status, ctx -> ProblemReply.send(ctx.request(), status, "refused", "Why."));
        }
        HttpServer server =
                WellFormed.on(
                        vertx.createHttpServer(
                                ServerOptions.of(null, false, Duration.ofSeconds(20))),
                        router);
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

    private String ask(String method, String target, String more) throws IOException {
        return Wire.ask(port, Wire.head(method, target, HOST + more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/broken", "/%zz", "/nothing?lang=%zz", "//evil.example/x"})
    void aBrowserGetsAPageAndNothingOfHisAddressStandsInIt(String path) throws IOException {
        String answer = ask("GET", path, BROWSER);
        assertThat(answer)
                .contains("content-type: text/html; charset=utf-8", "<h1>", "style-src 'sha256-")
                .doesNotContain("<script", "evil.example", "zz");
        assertThat(answer).startsWith("HTTP/1.1 " + status(ask("GET", path, "")));
    }

    private static String status(String answer) {
        return answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 404".length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Accept: */*\r\n",
                "Accept: application/json\r\n",
                "Accept: application/json, text/html;q=0.5\r\n",
                "Accept: image/avif,image/webp,*/*;q=0.8\r\n",
                "Accept: text/html;q=0, */*\r\n",
                "Accept: ,;q=,\r\n"
            })
    void aProgramGetsProblemDetailsWordForWordAsEver(String accept) throws IOException {
        assertThat(ask("GET", "/nothing", accept))
                .contains("content-type: " + JSON, "cache-control: no-store")
                .endsWith(
                        "{\"type\":\"https://rostrum.io/problems/refused\",\"title\":\"refused\","
                                + "\"status\":404,\"detail\":\"Why.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void whoChangesSomethingIsAProgram(String method) throws IOException {
        assertThat(ask(method, "/broken", BROWSER)).contains("405", "content-type: " + JSON);
    }

    @Test
    void headHasTheHeadersOfThePageAndNoBody() throws IOException {
        assertThat(ask("HEAD", "/nothing", BROWSER))
                .startsWith("HTTP/1.1 404")
                .contains("content-type: text/html", "content-length: ")
                .endsWith("\r\n\r\n");
    }

    @Test
    void theLanguageIsTheOneChosenOnAnyPageElseTheBrowsers() throws IOException {
        String chinese = "lang=\"zh-CN\"";
        String english = "<html lang=\"en\"";
        assertThat(ask("GET", "/a", BROWSER + "Accept-Language: zh-CN,en;q=0.5\r\n"))
                .contains(chinese);
        String cookies = "Cookie: x=y; rostrum-language=en; rostrum-look=light\r\n";
        assertThat(ask("GET", "/a", BROWSER + cookies + "Accept-Language: zh\r\n"))
                .contains(english, "data-theme=\"light\"");
        assertThat(ask("GET", "/a?lang=zh", BROWSER + cookies)).contains(chinese);
        String broken = "Cookie: rostrum-language=<b>; rostrum-look=\"; =;;\r\n";
        assertThat(ask("GET", "/a", BROWSER + broken)).contains(english);
    }
}

package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person meets who opens an address of the station that leads nowhere. */
@Tag("system")
class ErrorPagesTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @TempDir Path data;
    private StreamingServer server;
    private FeedClient feed;

    @BeforeEach
    void start() throws IOException {
        server = Stations.start(data);
        feed = new FeedClient(server.port(), "r1", "s1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404, This page does not exist",
        "/watch/, 404, This page does not exist",
        "/watch/mis.typed, 404, This is no link to a program",
        "/watch/a%20b, 404, This is no link to a program",
        "/embed/mis.typed, 404, This is no link to a program",
        "/watch/recordings/s9, 404, There is no such recording",
        "/watch/recordings/x.y, 404, There is no such recording",
        "/embed/recordings/s9, 404, There is no such recording",
        "/coming/none, 404, This program is no longer announced",
        "/coming/x.y, 404, This program is no longer announced",
        "/announcements/none/program.ics, 404, This program is no longer announced",
        "/api/channels/r9, 404, Nothing is on air here now",
        "/api/channels/r.9, 400, This address was not understood",
        "/live/r9/master.m3u8, 404, Nothing is on air here now",
        "/recordings/s9/master.m3u8, 404, There is no such recording",
        "/assets/none.js, 404, This page does not exist",
        "/feed/r1, 403, This is not open to you"
    })
    void aPersonReadsAPageAndAProgramTheProblem(String path, int status, String title)
            throws Exception {
        HttpResponse<byte[]> page = feed.bytes(path, "Accept", BROWSER);
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'; style-src 'sha256-")
                .doesNotContain("script");
        assertThat(new String(page.body(), StandardCharsets.UTF_8))
                .contains("<h1>" + title + "</h1>");
        HttpResponse<byte[]> program = feed.bytes(path, "Accept", "application/json");
        assertThat(program.statusCode()).isEqualTo(status);
        assertThat(program.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        JsonObject problem = new JsonObject(new String(program.body(), StandardCharsets.UTF_8));
        assertThat(problem.getInteger("status")).isEqualTo(status);
    }
}

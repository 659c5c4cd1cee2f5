package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as its operator and those who try its paths meet it. */
@Tag("system")
class ServerTest extends OneChannel {
    @ParameterizedTest
    @ValueSource(strings = {"..%2f..%2fetc", "a%00b", "a.b", "%C3%BC", "a%20b"})
    void tricksWithPathsAreRefused(String id) throws Exception {
        assertThat(feed.send("POST", "/feed/" + id, BodyPublishers.ofString("{}")).statusCode())
                .isIn(400, 404);
        for (String door : new String[] {"/live/", "/recordings/", "/api/channels/"}) {
            assertThat(feed.text(door + id).statusCode()).isIn(400, 404);
            assertThat(feed.text(door + id + "/master.m3u8").statusCode()).isIn(400, 404);
        }
        assertThat(feed.text("/assets/" + id).statusCode()).isEqualTo(404);
        String json = "{\"session\":\"../x\"}";
        refused(feed.send("POST", "/feed/r1", BodyPublishers.ofString(json)), 400, "bad-id");
    }

    @Test
    void dotSegmentsLeadNoFurtherThanTheFrontPage() throws Exception {
        assertThat(feed.text("/live/%2e%2e/master.m3u8").statusCode()).isEqualTo(404);
        assertThat(feed.text("/live/%2e%2e").body()).isEqualTo(feed.text("/").body());
        assertThat(feed.text("/live/%2e%2e/%2e%2e/etc/passwd").statusCode()).isIn(400, 404);
    }

    @Test
    void listenersOfTheDirectoryHearWithinASecond() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream()
                    .write(
                            "GET /api/channels/events HTTP/1.1\r\nHost: x\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            Heard.until(in, "event: channels\ndata: []");
            onAir(1);
            long start = System.nanoTime();
            Heard.until(in, "event: started\ndata: {\"id\":\"r1\"");
            assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
            feed.end();
            Heard.until(in, "event: ended\ndata: {\"id\":\"r1\",\"session\":\"s1\"}");
        }
    }

    @Test
    void theOperatorIsToldHowItGoes() throws Exception {
        onAir(1);
        assertThat(feed.text("/health/live").statusCode()).isEqualTo(200);
        assertThat(feed.text("/health/ready").statusCode()).isEqualTo(200);
        assertThat(feed.text("/metrics").body())
                .contains("rostrum_channels 1", "rostrum_feed_acknowledged_total 1");
        assertThat(new JsonObject(feed.text("/openapi.json").body()).getString("openapi"))
                .startsWith("3.");
    }

    @Test
    void aNearlyFullDiskStopsNewProgramsAndTellsTheOperator() throws Exception {
        server.close();
        server = StreamingServer.start(settings(0, Long.MAX_VALUE));
        feed = new FeedClient(server.port(), "r1", "s1");
        refused(feed.open(), 507, "storage-full");
        HttpResponse<String> ready = feed.text("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("nearly full");
    }

    @Test
    void aSecondServerIsToldWhyItCannotStart() {
        assertThatIOException()
                .isThrownBy(() -> StreamingServer.start(settings(0, 0)))
                .withMessageContaining("in use by another process");
    }

    @Test
    void aStartThatFailsGivesBackWhatItHadTaken() throws Exception {
        server.close();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatIOException()
                    .isThrownBy(() -> StreamingServer.start(settings(taken.getLocalPort(), 0)))
                    .withMessageContaining("cannot listen on");
        }
        server = StreamingServer.start(settings(0, 0));
        assertThat(server.port()).isPositive();
    }

    @Test
    void programsOnAirGoOnAfterARestart() throws Exception {
        onAir(2);
        String before = feed.text("/live/r1/s1/media.m3u8").body();
        byte[] part = feed.bytes("/live/r1/s1/2.2.m4s").body();
        server.close();
        server = StreamingServer.start(settings(0, 0));
        feed = new FeedClient(server.port(), "r1", "s1");
        assertThat(feed.open().body()).contains("\"next\":2");
        assertThat(seen(2)).isEqualTo(before);
        assertThat(feed.bytes("/live/r1/s1/2.2.m4s").body()).isEqualTo(part);
        assertThat(feed.segment(2, Blank.segment(4)).statusCode()).isEqualTo(200);
        assertThat(seen(3)).contains("3.8.m4s");
    }
}

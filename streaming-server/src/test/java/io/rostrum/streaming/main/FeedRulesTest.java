package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a feed may do, what it is refused in words, and what becomes of one that breaks off. */
@Tag("system")
class FeedRulesTest extends OneChannel {
    @Test
    void wordsChangeWhileOnAir() throws Exception {
        onAir(1);
        String news = "{\"title\":\"Better\",\"picture\":\"Ben\"}";
        assertThat(feed.send("PATCH", feed.path(""), BodyPublishers.ofString(news)).statusCode())
                .isEqualTo(200);
        JsonObject channel = new JsonObject(feed.text("/api/channels/r1").body());
        assertThat(channel.getString("title")).isEqualTo("Better");
        assertThat(channel.getString("picture")).isEqualTo("Ben");
    }

    private void take(String name, long at) throws Exception {
        String json = new JsonObject().put("picture", name).put("at", at).encode();
        assertThat(feed.send("PATCH", feed.path(""), BodyPublishers.ofString(json)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void everyTakeIsAChapterLiveAndRecordedAndAfterARestart() throws Exception {
        onAir(2);
        take("Ana", 0);
        take("", 90000);
        take("Ben <b>&", 180000);
        take("Ben <b>&", 180000);
        JsonArray live = new JsonArray(feed.text("/live/r1/as-run.json").body());
        assertThat(live).hasSize(3);
        assertThat(live.getJsonObject(1).getString("name")).isEmpty();
        assertThat(live.getJsonObject(2).getValue("to")).isNull();
        server.close();
        server = StreamingServer.start(settings(0, 0));
        feed = new FeedClient(server.port(), "r1", "s1");
        assertThat(feed.open().statusCode()).isEqualTo(200);
        assertThat(feed.segment(2, Blank.segment(4)).statusCode()).isEqualTo(200);
        take("Cem", 360000);
        assertThat(feed.end().statusCode()).isEqualTo(200);
        JsonArray chapters = new JsonArray(feed.text("/recordings/s1/chapters.json").body());
        assertThat(chapters.encode())
                .isEqualTo(
                        "[{\"start\":0.0,\"end\":1.0,\"title\":\"Ana\"},"
                                + "{\"start\":2.0,\"end\":4.0,\"title\":\"Ben <b>&\"},"
                                + "{\"start\":4.0,\"end\":6.0,\"title\":\"Cem\"}]");
        HttpResponse<String> vtt = feed.text("/recordings/s1/chapters.vtt");
        assertThat(vtt.headers().firstValue("Content-Type")).contains("text/vtt; charset=utf-8");
        assertThat(vtt.body()).contains("00:00:02.000 --> 00:00:04.000\nBen &lt;b&gt;&amp;\n");
        JsonObject last =
                new JsonArray(feed.text("/recordings/s1/as-run.json").body()).getJsonObject(3);
        assertThat(last.getInstant("startedAt")).isEqualTo(FeedClient.START.plusSeconds(4));
        assertThat(last.getInstant("endedAt")).isEqualTo(FeedClient.START.plusSeconds(6));
        refused(feed.text("/live/r1/chapters.json"), 404, "not-on-air");
        refused(feed.text("/recordings/s2/chapters.vtt"), 404, "unknown-recording");
    }

    @Test
    void aTakeAtNoTimeIsRefused() throws Exception {
        onAir(1);
        for (String at : List.of("-1", "1.5", "\"0\"")) {
            String json = "{\"picture\":\"Ana\",\"at\":" + at + "}";
            refused(
                    feed.send("PATCH", feed.path(""), BodyPublishers.ofString(json)),
                    400,
                    "bad-request");
        }
        assertThat(feed.text("/live/r1/as-run.json").body()).isEqualTo("[]");
    }

    @Test
    void whatAFeedMayNotDoIsRefusedInWords() throws Exception {
        refused(
                feed.send("POST", "/feed/r1", BodyPublishers.ofString("{}"), "wrong key"),
                403,
                "bad-feed-key");
        refused(
                feed.send("POST", "/feed/r1", BodyPublishers.ofString("{}"), FeedClient.SECRET),
                403,
                "bad-feed-key");
        refused(
                feed.send(
                        "POST",
                        "/feed/r1",
                        BodyPublishers.ofString("{}"),
                        FeedKey.of(FeedClient.SECRET, "r2")),
                403,
                "bad-feed-key");
        refused(feed.send("POST", "/feed/r1", BodyPublishers.ofString("{")), 400, "bad-request");
        refused(feed.segment(0, new byte[1]), 404, "unknown-session");
        assertThat(feed.open().statusCode()).isEqualTo(201);
        refused(feed.segment(0, Blank.segment(0)), 409, "out-of-order");
        refused(feed.init(new byte[] {1, 2, 3}), 400, "bad-request");
        assertThat(feed.init(Blank.INIT).statusCode()).isEqualTo(200);
        assertThat(feed.init(Blank.INIT).statusCode()).isEqualTo(200);
        byte[] other = Blank.INIT.clone();
        other[20]++;
        refused(feed.init(other), 409, "other-init");
        refused(feed.segment(7, Blank.segment(0)), 409, "out-of-order");
        refused(feed.segment(0, "nonsense".getBytes(StandardCharsets.UTF_8)), 400, "bad-segment");
        byte[] whole = Blank.segment(0);
        refused(
                feed.segment(0, java.util.Arrays.copyOf(whole, whole.length - 1)),
                400,
                "bad-segment");
        byte[] noKey = FragmentWriter.write(1, new Sample(1, 0, 3000, false, new byte[5]));
        refused(feed.segment(0, noKey), 400, "bad-segment");
        refused(feed.segment(0, new byte[(1 << 20) + 1]), 413, "segment-too-large");
        FeedClient second = new FeedClient(server.port(), "r1", "s2");
        refused(second.open(), 409, "channel-on-air");
        assertThat(feed.segment(0, whole).body()).isEqualTo("{\"next\":1,\"loss\":0}");
        assertThat(feed.segment(0, whole).body()).isEqualTo("{\"next\":1,\"loss\":0}");
        assertThat(feed.open().body()).contains("\"next\":1");
    }

    @Test
    void aSegmentThatIsNeverEndedIsGivenUpAndCanBeSentAgain() throws Exception {
        onAir(0);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(head(1 << 18));
            out.write(Blank.segment(0), 0, 3000);
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes());
            assertThat(answer).startsWith("HTTP/1.1 408").contains("segment-timeout");
        }
        assertThat(feed.segment(0, Blank.segment(0)).body()).isEqualTo("{\"next\":1,\"loss\":0}");
    }

    @Test
    void aFeedThatBreaksOffCanSendItsSegmentAgain() throws Exception {
        onAir(1);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(head(1 << 18));
        }
        assertThat(feed.open().body()).contains("\"next\":1");
        assertThat(feed.segment(1, Blank.segment(2)).body()).isEqualTo("{\"next\":2,\"loss\":0}");
    }

    private byte[] head(int length) {
        return ("PUT "
                        + feed.path("/segments/0")
                        + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + FeedKey.of(FeedClient.SECRET, "r1")
                        + "\r\nContent-Length: "
                        + length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}

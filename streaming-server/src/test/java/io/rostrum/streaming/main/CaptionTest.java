package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host puts captions beside his recording, and strangers' players show them. */
@Tag("system")
class CaptionTest {
    private static final String WORDS =
            "WEBVTT\n\n00:00.500 --> 00:01.500\n<b>Good</b> evening\n\n00:02.000 --> 00:03.000\nall\n";

    @TempDir Path folder;
    private StreamingServer server;
    private FeedClient feed;

    @BeforeEach
    void recorded() throws Exception {
        start();
        Script script = Script.program(folder, 6, 3);
        feed.open();
        feed.init(script.init());
        for (int i = 0; i < script.segments().size(); i++) {
            feed.segment(i, FeedClient.whole(script.segments().get(i)));
        }
        assertThat(feed.end().statusCode()).isEqualTo(200);
    }

    private void start() throws IOException {
        server = Stations.start(folder);
        feed = new FeedClient(server.port(), "r1", "s1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> put(String language, String words) throws Exception {
        return feed.send(
                "PUT",
                "/api/recordings/s1/captions/" + language,
                BodyPublishers.ofString(words),
                HostClient.token("r1"),
                "text/vtt");
    }

    private String address(String name) {
        return "http://127.0.0.1:" + server.port() + "/recordings/s1/" + name;
    }

    private String master() throws Exception {
        return feed.text("/recordings/s1/master.m3u8").body();
    }

    @Test
    void theyStandInHlsAndStrangersReadThem() throws Exception {
        assertThat(master()).doesNotContain("SUBTITLES");
        assertThat(put("en", WORDS).statusCode()).isEqualTo(200);
        assertThat(put("ZH-cn", WORDS.replace("all", "大家好")).body()).contains("zh-CN", "中文");
        assertThat(master())
                .contains(
                        "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"captions\",LANGUAGE=\"en\","
                                + "NAME=\"English\",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,"
                                + "URI=\"captions-en.m3u8\"\n")
                .contains(",SUBTITLES=\"captions\",CLOSED-CAPTIONS=NONE\nmedia.m3u8\n");
        assertThat(feed.text("/recordings/s1/captions-en.m3u8").body())
                .contains("\ncaptions-en.vtt\n#EXT-X-ENDLIST\n");
        assertThat(feed.text("/recordings/s1/captions-en.vtt").body()).contains("\nGood evening\n");
        Tool read =
                Tool.run(
                        List.of(
                                "ffmpeg",
                                "-v",
                                "error",
                                "-i",
                                address("captions-en.vtt"),
                                "-f",
                                "webvtt",
                                "-"));
        assertThat(read.orFail()).contains("00:00.500 --> 00:01.500\nGood evening");
        Tool all =
                Tool.run(
                        List.of(
                                "ffmpeg",
                                "-v",
                                "error",
                                "-i",
                                address("master.m3u8"),
                                "-map",
                                "0:v",
                                "-map",
                                "0:a",
                                "-c",
                                "copy",
                                "-f",
                                "null",
                                "-"));
        assertThat(all.output()).isEmpty();
    }

    @Test
    void theyStayOverARestartAndGoWhenTheHostTakesThemAway() throws Exception {
        assertThat(put("en", WORDS).statusCode()).isEqualTo(200);
        assertThat(put("de", WORDS).statusCode()).isEqualTo(200);
        server.close();
        start();
        assertThat(feed.text("/recordings/s1/captions.json").body())
                .contains("\"language\":\"de\"", "\"language\":\"en\"");
        HttpResponse<String> removed =
                feed.send(
                        "DELETE",
                        "/api/recordings/s1/captions/en",
                        BodyPublishers.noBody(),
                        HostClient.token("r1"));
        assertThat(removed.body()).contains("\"de\"").doesNotContain("\"en\"");
        assertThat(feed.text("/recordings/s1/captions-en.vtt").statusCode()).isEqualTo(404);
        assertThat(feed.text("/recordings/s1/captions-en.m3u8").statusCode()).isEqualTo(404);
        assertThat(master()).contains("captions-de.m3u8").doesNotContain("captions-en");
    }

    @Test
    void theyGoWithWhatIsCutAndComeBackWithIt() throws Exception {
        String words =
                "WEBVTT\n\n00:00.100 --> 00:00.200\nearly\n\n00:00.500 --> 00:05.000\nlong\n";
        assertThat(put("en", words).statusCode()).isEqualTo(200);
        HostClient host = new HostClient(feed, "r1");
        String path = "/api/recordings/s1/trim";
        JsonObject cut =
                new JsonObject(
                        feed.send("GET", path, BodyPublishers.noBody(), HostClient.token("r1"))
                                .body());
        double from = cut.getJsonArray("keyFrames").getDouble(1);
        JsonObject trim = new JsonObject().put("start", from).put("end", cut.getDouble("duration"));
        assertThat(host.send("PUT", path, trim).statusCode()).isEqualTo(200);
        String left = feed.text("/recordings/s1/captions-en.vtt").body();
        assertThat(left).contains("\n00:00:00.000 --> ", "\nlong\n").doesNotContain("early");
        assertThat(put("de", "WEBVTT\n\n00:01.000 --> 00:02.000\nzwei\n").statusCode())
                .isEqualTo(200);
        assertThat(feed.text("/recordings/s1/captions-de.vtt").body())
                .contains("\n00:00:01.000 --> 00:00:02.000\nzwei\n");
        feed.send("DELETE", path, BodyPublishers.noBody(), HostClient.token("r1"));
        assertThat(feed.text("/recordings/s1/captions-en.vtt").body())
                .contains("\n00:00:00.500 --> 00:00:05.000\nlong\n", "early");
        long later = Math.round(1000 * (from + 1));
        assertThat(feed.text("/recordings/s1/captions-de.vtt").body())
                .contains(String.format("\n00:00:%02d.%03d --> ", later / 1000, later % 1000));
    }

    @Test
    void whatWasTypedOnAirIsThereInTheRecordingUntilTheHostTakesItAway() throws Exception {
        FeedClient next = new FeedClient(server.port(), "r1", "s2");
        next.onAir(2);
        HostClient host = new HostClient(next, "r1");
        JsonObject line = new JsonObject().put("text", "Good <evening>").put("language", "EN");
        JsonObject caption = new JsonObject().put("caption", line);
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> typed = host.send("PATCH", "/api/channels/r1/layer", caption);
            assertThat(typed.statusCode()).as(typed.body()).isEqualTo(200);
        }
        OneChannel.refused(
                host.send(
                        "PATCH",
                        "/api/channels/r1/layer",
                        new JsonObject().put("caption", line.copy().put("language", "?"))),
                400,
                "bad-request");
        assertThat(next.text("/live/r1/layer.json").body())
                .contains("{\"show\":\"caption\",\"text\":\"Good <evening>\",\"language\":\"en\"");
        assertThat(next.end().statusCode()).isEqualTo(200);
        assertThat(next.text("/recordings/s2/master.m3u8").body()).contains("captions-en.m3u8");
        assertThat(next.text("/recordings/s2/captions-en.vtt").body())
                .contains("\nGood &lt;evening&gt;\n");
        String path = "/api/recordings/s2/captions/en";
        next.send("DELETE", path, BodyPublishers.noBody(), HostClient.token("r1"));
        assertThat(next.text("/recordings/s2/captions.json").body()).isEqualTo("[]");
        assertThat(next.text("/recordings/s2/captions-en.vtt").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoCaptionsIsRefusedAndNobodyElseMayPutAny() throws Exception {
        OneChannel.refused(put("en", "<html>"), 400, "bad-captions");
        OneChannel.refused(put("en", "WEBVTT\n\n"), 400, "bad-captions");
        OneChannel.refused(put("english", WORDS), 400, "bad-request");
        OneChannel.refused(put("en", WORDS + "\n".repeat(1 << 20)), 413, "too-large");
        String path = "/api/recordings/s1/captions/en";
        OneChannel.refused(
                feed.send(
                        "PUT",
                        path,
                        BodyPublishers.ofString(WORDS),
                        HostClient.token("r1"),
                        "text/plain"),
                415,
                "unsupported-type");
        OneChannel.refused(
                feed.send("PUT", path, BodyPublishers.ofString(WORDS), "", "text/vtt"),
                401,
                "unauthorized");
        OneChannel.refused(
                feed.send(
                        "PUT",
                        path,
                        BodyPublishers.ofString(WORDS),
                        HostClient.token("r2"),
                        "text/vtt"),
                403,
                "not-your-channel");
        for (String language : List.of("aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh")) {
            assertThat(put(language, WORDS).statusCode()).as(language).isEqualTo(200);
        }
        OneChannel.refused(put("en", WORDS), 409, "too-many-captions");
        assertThat(put("aa", WORDS).statusCode()).isEqualTo(200);
    }

    @Test
    void thoseOfAPrivateRecordingAreForWhoMayWatch() throws Exception {
        HostClient host = new HostClient(feed, "r1");
        assertThat(put("en", WORDS).statusCode()).isEqualTo(200);
        host.send("PATCH", "/api/recordings/s1", new JsonObject().put("visibility", "private"));
        for (String name :
                List.of("captions.json", "captions-en.vtt", "captions-en.m3u8", "layer.json")) {
            OneChannel.refused(feed.text("/recordings/s1/" + name), 403, "private");
        }
        assertThat(put("de", WORDS).statusCode()).as("its host may").isEqualTo(200);
    }
}

package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.streaming.config.CommandLine;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the station tells those who do not come with our page. */
@Tag("system")
class FrontTest {
    private static final String HOSTILE = "x\n#EXTINF:-1,\"<script>]]>";

    @TempDir Path data;
    @TempDir Path films;
    private StreamingServer server;
    private FeedClient feed;

    @BeforeEach
    void start() throws IOException {
        CommandLine options = new CommandLine();
        new picocli.CommandLine(options)
                .parseArgs(
                        "--port=0",
                        "--media-port=0",
                        "--loops=1",
                        "--min-free=0",
                        "--data=" + data,
                        "--feed-secret=" + FeedClient.SECRET);
        server = StreamingServer.start(options.settings(Map.of()));
        feed = new FeedClient(server.port(), "r1", "s1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void onAir() throws Exception {
        Script script = Script.program(films, 6, 1);
        assertThat(feed.open().statusCode()).isEqualTo(201);
        assertThat(feed.init(script.init()).statusCode()).isEqualTo(200);
        for (int i = 0; i < script.segments().size(); i++) {
            byte[] segment = FeedClient.whole(script.segments().get(i));
            assertThat(feed.segment(i, segment).statusCode()).isEqualTo(200);
        }
        String news = new JsonObject().put("title", HOSTILE).encode();
        assertThat(feed.send("PATCH", feed.path(""), BodyPublishers.ofString(news)).statusCode())
                .isEqualTo(200);
    }

    private String base() {
        return "http://127.0.0.1:" + server.port();
    }

    @Test
    void aStrangersPlayerFindsWhatIsOnAirAndWhatWas() throws Exception {
        onAir();
        HttpResponse<String> live = feed.text("/channels.m3u");
        assertThat(live.headers().firstValue("Content-Type"))
                .contains("audio/x-mpegurl; charset=utf-8");
        assertThat(live.body().lines())
                .startsWith(
                        "#EXTM3U url-tvg=\"%s/guide.xml\" x-tvg-url=\"%s/guide.xml\""
                                .formatted(base(), base()))
                .endsWith(base() + "/live/r1/master.m3u8")
                .hasSize(3);
        assertThat(feed.text("/guide.xml").body())
                .contains("<title>x #EXTINF:-1,\"&lt;script&gt;]]&gt;</title>");
        assertThat(feed.end().statusCode()).isEqualTo(200);
        List<String> past = feed.text("/channels.m3u").body().lines().toList();
        assertThat(past).hasSize(3);
        assertThat(streams(past.getLast())).contains("codec_type=video", "codec_type=audio");
        assertThat(feed.text("/guide.xml").body()).contains("/recordings/s1/thumbnail.jpg");
    }

    private static String streams(String address) throws Exception {
        return Tool.run(
                        List.of(
                                "ffprobe",
                                "-v",
                                "error",
                                "-show_entries",
                                "stream=codec_type",
                                address))
                .orFail();
    }
}

package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.token.Claims;
import io.rostrum.token.TokenKind;
import io.rostrum.token.Tokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
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
        server = Stations.start(data);
        feed = new FeedClient(server.port(), "r1", "s1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void onAir() throws Exception {
        Script script = Script.program(films, 6, 1);
        assertThat(feed.open(Instant.now().minusSeconds(60)).statusCode()).isEqualTo(201);
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

    @Test
    void aLinkTellsWhatItLeadsToAndNothingOfItRuns() throws Exception {
        onAir();
        String page = feed.text("/watch/r1").body();
        assertThat(page)
                .contains("<title>x #EXTINF:-1,&quot;&lt;script&gt;]]&gt; · Rostrum</title>")
                .contains("<meta property=\"og:image\" content=\"" + base() + "/live/r1/thumbnail")
                .contains("<meta name=\"twitter:player\" content=\"" + base() + "/embed/r1\"")
                .doesNotContain("<script>]]>");
        assertThat(feed.text("/watch/r2").body()).contains("<title>Rostrum</title>");
        JsonObject card =
                new JsonObject(
                        feed.text("/oembed?maxwidth=640&url=" + base() + "/watch/r1").body());
        assertThat(card.getString("type")).isEqualTo("video");
        assertThat(card.getInteger("width")).isEqualTo(640);
        assertThat(card.getInteger("height")).isEqualTo(360);
        assertThat(card.getString("html"))
                .startsWith("<iframe src=\"" + base() + "/embed/r1\"")
                .doesNotContain("<script>");
        for (String other : List.of("", "x", "https://other.example/watch/r1", base() + "/r/r1")) {
            assertThat(feed.text("/oembed?url=" + other).statusCode()).as(other).isEqualTo(404);
        }
        assertThat(feed.text("/oembed?url=%5B%3A").statusCode()).isEqualTo(400);
    }

    @Test
    void everyPageForbidsForeignScriptAndOnlyThePlayerMayBeFramed() throws Exception {
        onAir();
        for (String path :
                List.of("/", "/guide", "/recordings", "/watch/r1", "/watch/recordings/s1")) {
            assertThat(policy(path))
                    .contains("script-src 'self';", "frame-ancestors 'none'")
                    .doesNotContain("script-src 'self' 'unsafe");
        }
        assertThat(policy("/guide")).contains("style-src 'self';");
        assertThat(policy("/embed/r1")).contains("script-src 'self';", "frame-ancestors *");
    }

    private String policy(String path) throws Exception {
        return feed.text(path).headers().firstValue("Content-Security-Policy").orElse("");
    }

    @Test
    void aDeviceGetsItsStartPageUntilSomebodyChoosesAnother() throws Exception {
        String tv = "Mozilla/5.0 (SMART-TV; Tizen 8.0)";
        assertThat(start("/", "User-Agent", tv)).contains("data-view=\"tv\"", "ro-guide");
        assertThat(start("/", "User-Agent", "iPhone")).contains("data-view=\"phone\"");
        assertThat(start("/", "User-Agent", "x")).contains("data-view=\"desktop\"");
        HttpResponse<byte[]> chosen = feed.bytes("/?view=desktop", "User-Agent", tv);
        String cookie = chosen.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("view=desktop;", "HTTPOnly", "SameSite=Lax", "Path=/");
        assertThat(start("/", "User-Agent", tv, "Cookie", "view=desktop")).contains("ro-directory");
        assertThat(start("/?view=<script>", "User-Agent", "x")).contains("data-view=\"desktop\"");
    }

    private String start(String path, String... headers) throws Exception {
        return new String(
                feed.bytes(path.replace("<", "%3C").replace(">", "%3E"), headers).body(),
                StandardCharsets.UTF_8);
    }

    @Test
    void whatOneTypesIsFoundInTitlesAndHosts() throws Exception {
        onAir();
        assertThat(kinds("/api/search?q=extinf+ANA")).containsExactly("now");
        assertThat(kinds("/api/search?q=nobody")).isEmpty();
        assertThat(kinds("/api/search?q=")).isEmpty();
        assertThat(kinds("/api/guide")).containsExactly("now");
        feed.end();
        assertThat(kinds("/api/search?q=%C3%81na")).containsExactly("was");
        assertThat(feed.text("/api/search?q=" + "x".repeat(201)).statusCode()).isEqualTo(400);
        assertThat(feed.text("/api/guide?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(feed.text("/api/guide?from=2026-01-01T00:00:00Z").statusCode()).isEqualTo(400);
    }

    private List<String> kinds(String path) throws Exception {
        return new JsonArray(feed.text(path).body())
                .stream().map(one -> ((JsonObject) one).getString("kind")).toList();
    }

    private HttpResponse<String> asHost(String channel, String method, String path, byte[] body)
            throws Exception {
        Tokens tokens = new Tokens(FeedClient.SECRET, TokenKind.STATION);
        String token = tokens.sign(new Claims(channel, 0, Instant.now().plusSeconds(600)));
        return feed.send(method, path, BodyPublishers.ofByteArray(body), token);
    }

    private HttpResponse<String> asHost(String method, String path, JsonObject body)
            throws Exception {
        return asHost("r1", method, path, body.toBuffer().getBytes());
    }

    private static JsonObject tomorrow(String title) {
        return new JsonObject()
                .put("title", title)
                .put("host", "Ana")
                .put("description", "About the bridge")
                .put("startsAt", Instant.now().plus(Duration.ofDays(1)).toString())
                .put("length", 3600);
    }

    @Test
    void aHostAnnouncesChangesAndTakesBackAProgram() throws Exception {
        String path = "/api/channels/r1/announcements";
        HttpResponse<String> added = asHost("POST", path, tomorrow(HOSTILE));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        String id = new JsonObject(added.body()).getString("id");
        assertThat(feed.text("/api/announcements").body()).contains(id, "About the bridge");
        assertThat(feed.text("/guide.xml").body()).contains("<desc>About the bridge</desc>");
        assertThat(feed.text("/coming.ics").body()).contains("SUMMARY:x #EXTINF");
        assertThat(feed.text("/feed.rss").body()).contains("<title>Coming: x #EXTINF");
        assertThat(kinds("/api/search?q=bridge")).containsExactly("coming");
        assertThat(feed.text("/watch/r1").body()).contains("About the bridge");
        JsonObject news = new JsonObject().put("title", "Moved");
        assertThat(asHost("PATCH", path + "/" + id, news).body()).contains("Moved", "Ana");
        stop();
        start();
        assertThat(feed.text("/api/announcements/" + id).body()).contains("Moved");
        assertThat(asHost("DELETE", path + "/" + id, new JsonObject()).statusCode()).isEqualTo(204);
        assertThat(feed.text("/api/announcements").body()).isEqualTo("[]");
        assertThat(feed.text("/api/announcements/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void anAnnouncedProgramHasAPageACardAndACalendarFileOfItsOwn() throws Exception {
        String path = "/api/channels/r1/announcements";
        String id = new JsonObject(asHost("POST", path, tomorrow(HOSTILE)).body()).getString("id");
        asHost("POST", path, tomorrow("Another"));
        JsonObject told = new JsonObject(feed.text("/api/announcements/" + id).body());
        assertThat(told.getString("page")).isEqualTo(base() + "/coming/" + id);
        assertThat(told.getString("watch")).isEqualTo(base() + "/watch/r1");
        assertThat(feed.text("/coming/" + id).body())
                .contains("<title>x #EXTINF:-1,&quot;&lt;script&gt;]]&gt; · Rostrum</title>")
                .contains("<meta property=\"og:description\" content=\"About the bridge\"")
                .contains("<meta property=\"og:url\" content=\"" + base() + "/coming/" + id)
                .contains("ro-coming");
        HttpResponse<String> entry = feed.text("/announcements/" + id + "/program.ics");
        assertThat(entry.headers().firstValue("Content-Type"))
                .contains("text/calendar; charset=utf-8");
        assertThat(entry.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"program.ics\"");
        assertThat(entry.body()).containsOnlyOnce("BEGIN:VEVENT").contains("/coming/" + id);
        JsonObject closed = new JsonObject().put("visibility", "unlisted");
        assertThat(asHost("PUT", "/api/channels/r1/access", closed).statusCode()).isEqualTo(200);
        assertThat(feed.text("/coming/" + id).statusCode()).isEqualTo(404);
        assertThat(feed.text("/announcements/" + id + "/program.ics").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyTheHostOfAChannelAnnouncesOnIt() throws Exception {
        String path = "/api/channels/r1/announcements";
        byte[] body = tomorrow("Town hall").toBuffer().getBytes();
        assertThat(asHost("r2", "POST", path, body).statusCode()).isEqualTo(403);
        assertThat(feed.text("/api/announcements").body()).isEqualTo("[]");
        assertThat(feed.send("POST", path, BodyPublishers.ofByteArray(body)).statusCode())
                .isEqualTo(401);
        assertThat(asHost("r1", "POST", path, new byte[40_000]).statusCode()).isEqualTo(413);
        assertThat(asHost("r1", "POST", path, "[]".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
        assertThat(asHost("r1", "POST", path, new byte[0]).statusCode()).isEqualTo(400);
        assertThat(asHost("PATCH", path + "/nothing", new JsonObject()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotPublicStandsNowhereButAtTheHostsDesk() throws Exception {
        String path = "/api/channels/r1/announcements";
        asHost("POST", path, tomorrow("Secret"));
        onAir();
        JsonObject closed = new JsonObject().put("visibility", "unlisted");
        assertThat(asHost("PUT", "/api/channels/r1/access", closed).statusCode()).isEqualTo(200);
        feed.end();
        for (String list :
                List.of(
                        "/guide.xml",
                        "/channels.m3u",
                        "/feed.rss",
                        "/coming.ics",
                        "/api/guide",
                        "/api/search?q=ana",
                        "/api/announcements",
                        "/watch/r1")) {
            assertThat(feed.text(list).body())
                    .as(list)
                    .doesNotContain("Secret", "#EXTINF:-1,", "s1/");
        }
        assertThat(asHost("GET", path, new JsonObject()).body()).contains("Secret");
    }

    @Test
    void aPictureIsMadeAnewAndAFileThatIsNoneIsRefused() throws Exception {
        String path = "/api/channels/r1/announcements";
        String id = new JsonObject(asHost("POST", path, tomorrow("A")).body()).getString("id");
        String picture = path + "/" + id + "/picture";
        byte[] script = "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8);
        assertThat(asHost("r1", "PUT", picture, script).statusCode()).isEqualTo(415);
        java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 18, BufferedImage.TYPE_INT_RGB), "png", png);
        HttpResponse<String> drawn = asHost("r1", "PUT", picture, png.toByteArray());
        assertThat(drawn.statusCode()).as(drawn.body()).isEqualTo(200);
        String address = new JsonObject(drawn.body()).getString("picture");
        HttpResponse<byte[]> served = feed.bytes(address.substring(base().length()));
        assertThat(served.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(served.body()).startsWith(0xFF, 0xD8);
        assertThat(asHost("r1", "DELETE", picture, new byte[0]).body())
                .contains("\"picture\":null");
    }

    @Test
    void aPictureOfAPrivateChannelIsSeenByWhoMayWatchIt() throws Exception {
        String path = "/api/channels/r1/announcements";
        String id = new JsonObject(asHost("POST", path, tomorrow("A")).body()).getString("id");
        java.io.ByteArrayOutputStream png = new java.io.ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 18, BufferedImage.TYPE_INT_RGB), "png", png);
        asHost("r1", "PUT", path + "/" + id + "/picture", png.toByteArray());
        String open = "/announcements/" + id + "/picture.jpg";
        assertThat(feed.bytes(open).statusCode()).isEqualTo(200);
        JsonObject closed = new JsonObject().put("visibility", "private");
        assertThat(asHost("PUT", "/api/channels/r1/access", closed).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = feed.text(open);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("problems/private");
        assertThat(feed.bytes(open.replace(id, "~x/" + id)).statusCode()).isNotEqualTo(200);
        JsonObject own =
                new JsonArray(asHost("GET", path, new JsonObject()).body()).getJsonObject(0);
        String shown = own.getString("picture").substring(base().length());
        assertThat(shown).startsWith("/announcements/" + id + "/~");
        HttpResponse<byte[]> seen = feed.bytes(shown);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Cache-Control")).contains("public, max-age=60");
        assertThat(asHost("PUT", "/api/channels/r1/access", closed).statusCode()).isEqualTo(200);
        assertThat(feed.bytes(shown).statusCode()).as("a right of before").isEqualTo(403);
    }

    @Test
    void whatWasAnnouncedIsNoLongerToComeOnceItIsOnAir() throws Exception {
        String path = "/api/channels/r1/announcements";
        Instant soon = Instant.now().plus(Duration.ofMinutes(5));
        asHost("POST", path, tomorrow("Soon").put("startsAt", soon.toString()));
        assertThat(kinds("/api/guide")).containsExactly("coming");
        Script script = Script.program(films, 6, 1);
        feed.open(Instant.now());
        feed.init(script.init());
        for (int i = 0; i < script.segments().size(); i++) {
            feed.segment(i, FeedClient.whole(script.segments().get(i)));
        }
        assertThat(kinds("/api/guide")).containsExactly("now");
        assertThat(feed.text("/guide.xml").body()).contains("<desc>About the bridge</desc>");
        feed.end();
        assertThat(kinds("/api/guide")).containsExactly("was");
    }

    @Test
    void whatAHostWroteOfARecordingIsFoundAndShownAndNothingOfItRuns() throws Exception {
        onAir();
        feed.end();
        JsonObject words = new JsonObject().put("description", "The bridge\n<b onload=x>\"opens");
        assertThat(asHost("PATCH", "/api/recordings/s1", words).statusCode()).isEqualTo(200);
        assertThat(kinds("/api/search?q=bridge+opens")).containsExactly("was");
        assertThat(feed.text("/api/guide").body()).contains("The bridge\\n<b onload=x>");
        assertThat(feed.text("/guide.xml").body())
                .contains("<desc>The bridge\n&lt;b onload=x&gt;\"opens</desc>");
        assertThat(feed.text("/feed.rss").body())
                .contains("Host: Ana. The bridge&lt;br&gt;&amp;lt;b onload=x&amp;gt;\"opens<");
        assertThat(feed.text("/watch/recordings/s1").body())
                .contains(
                        "<meta property=\"og:description\" content=\"The bridge &lt;b onload=x&gt;"
                                + "&quot;opens\"")
                .doesNotContain("<b onload");
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

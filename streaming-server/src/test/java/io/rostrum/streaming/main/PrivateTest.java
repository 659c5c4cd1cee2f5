package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.sdp.Format;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A private program, as strangers, viewers and its host meet it. */
@Tag("system")
class PrivateTest {
    private static final List<String> LIVE_DOORS =
            List.of(
                    "/live/r1/master.m3u8",
                    "/live/r1/dvr.m3u8",
                    "/live/r1/chapters.json",
                    "/live/r1/chapters.vtt",
                    "/live/r1/as-run.json",
                    "/live/r1/s1/media.m3u8",
                    "/live/r1/s1/init.mp4",
                    "/live/r1/s1/1.m4s",
                    "/live/r1/s1/1.0.m4s",
                    "/live/r1/s1/dvr.m3u8",
                    "/live/r1/s1/dvr/init.mp4",
                    "/live/r1/s1/dvr/0.m4s");

    private static final List<String> RECORDED_DOORS =
            List.of(
                    "/recordings/s1/master.m3u8",
                    "/recordings/s1/media.m3u8",
                    "/recordings/s1/init.mp4",
                    "/recordings/s1/0.m4s",
                    "/recordings/s1/program.mp4",
                    "/recordings/s1/thumbnail.jpg",
                    "/recordings/s1/poster.jpg",
                    "/recordings/s1/chapters.json",
                    "/recordings/s1/as-run.json",
                    "/live/r1/s1/dvr.m3u8",
                    "/live/r1/s1/dvr/0.m4s");

    @TempDir static Path films;
    private static Script script;

    @TempDir Path data;
    private StreamingServer server;
    private FeedClient feed;
    private HostClient host;

    @BeforeEach
    void start() throws IOException {
        server = Stations.start(data);
        feed = new FeedClient(server.port(), "r1", "s1");
        host = new HostClient(feed, "r1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @BeforeAll
    static void film() throws Exception {
        script = Script.program(films, 8, 1);
    }

    private void onAir() throws Exception {
        assertThat(feed.open().statusCode()).isEqualTo(201);
        assertThat(feed.init(script.init()).statusCode()).isEqualTo(200);
        for (int i = 0; i < script.segments().size(); i++) {
            byte[] segment = FeedClient.whole(script.segments().get(i));
            assertThat(feed.segment(i, segment).statusCode()).isEqualTo(200);
        }
    }

    private void makePrivate() throws Exception {
        assertThat(host.access("private", "open sesame").statusCode()).isEqualTo(200);
    }

    private String right() throws Exception {
        HttpResponse<String> given = host.watch("password", "open sesame");
        assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
        return new JsonObject(given.body()).getString("token");
    }

    private static String with(String token, String door) {
        return door.replaceFirst("^(/(?:live|recordings)/[^/]+)", "$1/~" + token);
    }

    private void refused(String door) throws Exception {
        HttpResponse<String> answer = feed.text(door);
        assertThat(answer.statusCode()).as(door).isEqualTo(403);
        assertThat(answer.body()).contains("problems/private").doesNotContain("Town hall", "Ana");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    private HttpResponse<String> whep(String method, String path, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .header("Content-Type", "application/sdp")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aStrangerIsRefusedAtEveryDoorAndToldNothing() throws Exception {
        makePrivate();
        refused("/live/r1/master.m3u8"); // the same whether there is a program or not
        refused("/api/channels/r1");
        onAir();
        for (String door : LIVE_DOORS) {
            refused(door);
        }
        for (String door : List.of("thumbnail.jpg", "storyboard.vtt", "s1/storyboard-0.jpg")) {
            refused("/live/r1/" + door);
        }
        refused("/api/channels/r1");
        assertThat(whep("POST", "/live/r1/whep", "v=0").statusCode()).isEqualTo(403);
        assertThat(feed.text("/api/channels").body()).isEqualTo("[]");
        assertThat(feed.text("/channels.m3u").body() + feed.text("/guide.xml").body())
                .doesNotContain("Town hall", "r1");
        feed.end();
        for (String door : RECORDED_DOORS) {
            refused(door);
        }
        refused("/recordings/s1/storyboard-0.jpg");
        refused("/api/recordings/s1");
        assertThat(feed.text("/api/recordings").body()).isEqualTo("[]");
        assertThat(feed.text("/channels.m3u").body() + feed.text("/guide.xml").body())
                .doesNotContain("Town hall", "s1");
    }

    @Test
    void whoKnowsThePasswordWatchesLiveAndLater() throws Exception {
        makePrivate();
        onAir();
        String token = right();
        for (String door : LIVE_DOORS) {
            assertThat(feed.bytes(with(token, door)).statusCode()).as(door).isEqualTo(200);
        }
        assertThat(feed.text(with(token, "/live/r1/s1/media.m3u8?_HLS_msn=2&_HLS_part=0")).body())
                .contains("1.0.m4s");
        JsonObject told =
                new JsonObject(text("/api/channels/r1", "Cookie", "rostrum-watch=" + token));
        assertThat(told.getString("hls")).endsWith("/live/r1/~" + token + "/master.m3u8");
        assertThat(told.getString("whep")).endsWith("/live/r1/~" + token + "/whep");
        feed.end();
        for (String door : RECORDED_DOORS) {
            assertThat(feed.bytes(with(token, door)).statusCode()).as(door).isEqualTo(200);
        }
        String mp4 =
                new JsonObject(text("/api/recordings/s1", "Cookie", "rostrum-watch=" + token))
                        .getString("mp4");
        assertThat(feed.bytes(URI.create(mp4).getPath()).statusCode()).isEqualTo(200);
        assertThat(
                        Tool.run(
                                        List.of(
                                                "ffprobe",
                                                "-v",
                                                "error",
                                                "-show_entries",
                                                "stream=codec_type",
                                                "http://127.0.0.1:"
                                                        + server.port()
                                                        + with(
                                                                token,
                                                                "/recordings/s1/master.m3u8")))
                                .orFail())
                .contains("codec_type=video", "codec_type=audio");
    }

    private String text(String path, String... headers) throws Exception {
        HttpResponse<byte[]> answer = feed.bytes(path, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void theCookieOfThePageOpensTheSameDoors() throws Exception {
        makePrivate();
        onAir();
        HttpResponse<String> given = host.watch("password", "open sesame");
        List<String> cookies = given.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .hasSize(2)
                .allSatisfy(cookie ->
                        assertThat(cookie).contains("HTTPOnly", "SameSite=Strict", "Max-Age"))
                .anySatisfy(cookie -> assertThat(cookie).contains("Path=/live/r1;"))
                .anySatisfy(cookie -> assertThat(cookie).contains("Path=/api/channels/r1;"));
        String cookie = cookies.getFirst().split(";")[0];
        HttpResponse<byte[]> playlist =
                feed.bytes("/live/r1/s1/media.m3u8", "Cookie", "a=b; " + cookie);
        assertThat(playlist.statusCode()).isEqualTo(200);
        assertThat(playlist.headers().firstValue("Cache-Control")).contains("private, max-age=1");
    }

    @Test
    void cachesKeepWhatIsPrivateForAMinuteUnderItsAddressOnly() throws Exception {
        makePrivate();
        onAir();
        String token = right();
        HttpResponse<byte[]> part = feed.bytes(with(token, "/live/r1/s1/1.0.m4s"));
        assertThat(part.headers().firstValue("Cache-Control")).contains("public, max-age=60");
        assertThat(right()).as("shared by all of this hour").isEqualTo(token);
        HttpResponse<byte[]> master = feed.bytes(with(token, "/live/r1/master.m3u8"));
        assertThat(master.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(master.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void anInvitationOpensUntilTheAccessChanges() throws Exception {
        makePrivate();
        onAir();
        String link = host.access().getString("invitation");
        assertThat(link).contains("/watch/r1?invite=");
        String invitation = link.substring(link.indexOf('=') + 1);
        HttpResponse<String> given = host.watch("invite", invitation);
        assertThat(given.statusCode()).isEqualTo(200);
        String token = new JsonObject(given.body()).getString("token");
        assertThat(feed.text(with(token, LIVE_DOORS.getFirst())).statusCode()).isEqualTo(200);
        assertThat(feed.text(with(invitation, LIVE_DOORS.getFirst())).statusCode())
                .as("an invitation is no right")
                .isEqualTo(403);
        makePrivate();
        assertThat(host.watch("invite", invitation).statusCode()).isEqualTo(403);
        refused(with(token, LIVE_DOORS.getFirst()));
    }

    @Test
    void whoWatchedLiveNeedsNoPasswordForTheRecording() throws Exception {
        makePrivate();
        onAir();
        String token = right();
        feed.end();
        String door = "/api/recordings/s1/watch";
        String body = new JsonObject().put("right", token).encode();
        HttpResponse<String> given = feed.send("POST", door, BodyPublishers.ofString(body), "");
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.headers().allValues("Set-Cookie").toString())
                .contains("Path=/recordings/s1;");
        makePrivate();
        assertThat(feed.send("POST", door, BodyPublishers.ofString(body), "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aRightIsExchangedForTheNextWithoutAPasswordUntilTheAccessChanges() throws Exception {
        makePrivate();
        onAir();
        String token = right();
        HttpResponse<String> next = host.watch("right", token);
        assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
        assertThat(Instant.parse(new JsonObject(next.body()).getString("expiresAt")))
                .isAfter(Instant.now().plus(Duration.ofHours(24)));
        assertThat(next.headers().allValues("Set-Cookie")).hasSize(2);
        String renewed = new JsonObject(next.body()).getString("token");
        assertThat(feed.text(with(renewed, LIVE_DOORS.getFirst())).statusCode()).isEqualTo(200);
        assertThat(host.watch("right", HostClient.token("r1")).statusCode()).isEqualTo(400);
        HostClient other = new HostClient(feed, "r2");
        other.access("private", "open sesame");
        assertThat(other.watch("right", token).statusCode()).as("elsewhere").isEqualTo(400);
        makePrivate();
        assertThat(host.watch("right", token).statusCode()).as("of before").isEqualTo(400);
        assertThat(host.watch("right", renewed).statusCode()).as("of before").isEqualTo(400);
    }

    @Test
    void aPlayerInAForeignPageShowsItsRightAsBearerTokenLiveAndLater() throws Exception {
        makePrivate();
        onAir();
        String[] shown = {"Authorization", "Bearer " + right()};
        for (String door : List.of("/api/channels/r1", "/api/recordings/s1")) {
            String hls = new JsonObject(text(door, shown)).getString("hls");
            assertThat(hls).as(door).contains("/~");
            assertThat(feed.text(URI.create(hls).getPath()).statusCode()).isEqualTo(200);
            feed.end();
        }
        makePrivate();
        assertThat(feed.bytes("/api/channels/r1", shown).statusCode()).isEqualTo(403);
    }

    @Test
    void aRightToAnotherChannelOpensNothing() throws Exception {
        makePrivate();
        onAir();
        HostClient other = new HostClient(feed, "r2");
        other.access("private", "open sesame");
        String foreign =
                new JsonObject(other.watch("password", "open sesame").body()).getString("token");
        for (String door : LIVE_DOORS) {
            refused(with(foreign, door));
            refused(with(HostClient.token("r1"), door)); // the host's is no right in a path
        }
        assertThat(feed.text("/live/r2/~" + foreign + "/s1/media.m3u8").statusCode())
                .as("his session at her channel")
                .isEqualTo(404);
        assertThat(other.send("PUT", "/api/channels/r1/access", new JsonObject()).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/live/r1%2fs1/media.m3u8",
                "/live/r1/s1%2Fmedia.m3u8",
                "/live/r1/%2e%2e/r1/master.m3u8",
                "/live/r1/./master.m3u8",
                "/live/r2/../r1/master.m3u8",
                "/live//r1/master.m3u8",
                "//live/r1/master.m3u8",
                "/%6cive/r1/master.m3u8",
                "/live/%721/master.m3u8",
                "/live/r1/s1%5c..%5cmedia.m3u8",
                "/live/r1/~/master.m3u8",
                "/live/r1/~x/~y/master.m3u8",
                "/live/r1/master.m3u8/",
                "/live/r1/s1/media.m3u8;a=b",
                "/x/..%2flive/r1/master.m3u8",
                "/api/channels/%721",
                "/api/channels/./r1",
                "/api/channels/r1/"
            })
    void anotherWayOfWritingAnAddressOpensNothing(String path) throws Exception {
        makePrivate();
        onAir();
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write(
                            ("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("#EXTM3U", "Town hall");
        }
    }

    @Test
    void whoGuessesHasToWait() throws Exception {
        makePrivate();
        for (int i = 0; i < 5; i++) {
            assertThat(host.watch("password", "guess " + i).statusCode()).isEqualTo(403);
        }
        HttpResponse<String> limited = host.watch("password", "open sesame");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 13L);
    }

    @Test
    void withoutAPasswordOnlyInvitationsOpen() throws Exception {
        assertThat(host.access("private", null).statusCode()).isEqualTo(200);
        assertThat(host.watch("password", "").statusCode()).isEqualTo(403);
        assertThat(host.access().getBoolean("password")).isFalse();
    }

    @Test
    void whatIsUnlistedIsFoundByItsAddressOnly() throws Exception {
        host.access("unlisted", null);
        onAir();
        assertThat(feed.text("/api/channels").body()).isEqualTo("[]");
        assertThat(feed.text("/live/r1/master.m3u8").statusCode()).isEqualTo(200);
        assertThat(new JsonObject(feed.text("/api/channels/r1").body()).getString("visibility"))
                .isEqualTo("unlisted");
        feed.end();
        assertThat(feed.text("/api/recordings").body()).isEqualTo("[]");
        assertThat(feed.text("/recordings/s1/media.m3u8").statusCode()).isEqualTo(200);
    }

    @Test
    void aProgramThatBecomesPrivateHasEndedForWhoWatchesWithoutRight() throws Exception {
        onAir();
        try (Socket socket = new Socket("127.0.0.1", server.port());
                WhepWatcher watcher = new WhepWatcher(Format.H264)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream()
                    .write(
                            "GET /api/channels/events HTTP/1.1\r\nHost: x\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            until(in, "event: channels\ndata: [{\"id\":\"r1\"");
            HttpResponse<String> answer = whep("POST", "/live/r1/whep", watcher.offer());
            watcher.connect(answer.body());
            assertThat(watcher.until(() -> watcher.timestamps().size() >= 10, 30)).isTrue();
            endsWhile(watcher, () -> host.access("private", "open sesame"));
            until(in, "event: ended\ndata: {\"id\":\"r1\",\"session\":\"s1\"}");
            refused("/live/r1/s1/media.m3u8");
            assertThat(host.access("public", null).statusCode()).isEqualTo(200);
            until(in, "event: started\ndata: {\"id\":\"r1\"");
        }
        assertThat(feed.text("/live/r1/s1/media.m3u8").statusCode()).isEqualTo(200);
    }

    private static void until(InputStream in, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int next = in.read();
            assertThat(next).as("stream ended after " + read).isNotNegative();
            read.append((char) next);
        }
    }

    @Test
    void aViewerByWhepKeepsHisRightAndLosesItWithAnotherPassword() throws Exception {
        makePrivate();
        onAir();
        String token = right();
        try (WhepWatcher watcher = new WhepWatcher(Format.H264)) {
            HttpResponse<String> answer =
                    whep("POST", "/live/r1/~" + token + "/whep", watcher.offer());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .startsWith("/live/r1/~" + token + "/whep/");
            watcher.connect(answer.body());
            assertThat(watcher.until(() -> watcher.timestamps().size() >= 10, 30)).isTrue();
            endsWhile(watcher, () -> host.access("private", "another one"));
        }
        refused(with(token, "/live/r1/s1/media.m3u8"));
    }

    /** He reads on meanwhile, as a browser does: a full socket would lose the goodbye. */
    private static void endsWhile(WhepWatcher watcher, Callable<HttpResponse<String>> change)
            throws Exception {
        FutureTask<HttpResponse<String>> changing = new FutureTask<>(change);
        Thread.ofVirtual().start(changing);
        assertThat(watcher.until(() -> watcher.state().isOver(), 20)).isTrue();
        assertThat(changing.get().statusCode()).isEqualTo(200);
    }

    @Test
    void anOfferThatComesAfterTheProgramWasClosedIsRefused() throws Exception {
        onAir();
        try (Socket socket = new Socket("127.0.0.1", server.port());
                WhepWatcher watcher = new WhepWatcher(Format.H264)) {
            String offer = watcher.offer();
            String head =
                    "POST /live/r1/whep HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                            + "Content-Type: application/sdp\r\nContent-Length: "
                            + offer.length()
                            + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            feed.text("/api/channels"); // its head has come by then
            makePrivate();
            socket.getOutputStream().write(offer.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @RepeatedTest(3)
    void whatAHostSavesInTheInstantAtWhichHisProgramEndsIsSaved() throws Exception {
        onAir();
        FutureTask<HttpResponse<String>> ending = new FutureTask<>(feed::end);
        Thread.ofVirtual().start(ending);
        HttpResponse<String> saved = host.access("private", null);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        assertThat(ending.get().statusCode()).isEqualTo(200);
        assertThat(host.access().getString("visibility")).isEqualTo("private");
    }

    @Test
    void theHostSeesHisOwnProgramWithoutAPassword() throws Exception {
        makePrivate();
        onAir();
        String shown =
                text("/api/channels/r1", "Authorization", "Bearer " + HostClient.token("r1"));
        String hls = new JsonObject(shown).getString("hls");
        assertThat(feed.text(URI.create(hls).getPath()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "x",
                "{\"visibility\":\"secret\"}",
                "{\"visibility\":7}",
                "{\"visibility\":\"private\",\"password\":\"abc\"}",
                "{\"visibility\":\"private\",\"password\":7}"
            })
    void whatIsNoAccessIsRefusedAndChangesNothing(String body) throws Exception {
        HttpResponse<String> answer =
                feed.send(
                        "PUT",
                        "/api/channels/r1/access",
                        BodyPublishers.ofString(body),
                        HostClient.token("r1"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(host.access().getString("visibility")).isEqualTo("public");
    }
}

package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A private program, as strangers and those who know its password meet it. */
@Tag("system")
class PrivateTest extends PrivateChannel {
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
}

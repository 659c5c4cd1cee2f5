package io.rostrum.streaming.main;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.testing.Eventually;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same program twice: once with the fast lane, once with the doors alone. */
@Tag("system")
class FastLaneTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Pattern HINT = Pattern.compile("PRELOAD-HINT:TYPE=PART,URI=\"([^\"]+)\"");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "get");

    private static final List<String> PATHS =
            List.of(
                    "/live/r1/s1/1.0.m4s",
                    "/live/r1/s1/2.1.m4s",
                    "/live/r1/s1/2.1.m4s?v=abc#x",
                    "/live/r1/s1/1.m4s",
                    "/live/r1/s1/1.99.m4s",
                    "/live/r1/s1/99.0.m4s",
                    "/live/r1/s1/1.00000.m4s",
                    "/live/r1/s1/-1.0.m4s",
                    "/live/r1/s1/1.0.m4s/",
                    "/live/r1/s1//1.0.m4s",
                    "//live/r1/s1/1.0.m4s",
                    "/live/r1/./s1/1.0.m4s",
                    "/live/r2/../r1/s1/1.0.m4s",
                    "/live/%721/s1/1.0.m4s",
                    "/live/r1/s1/1%2e0.m4s",
                    "/LIVE/r1/s1/1.0.m4s",
                    "/live/r1/s1/1.0.M4S",
                    "/live/r1/s2/1.0.m4s",
                    "/live/r2/s1/1.0.m4s",
                    "/live/r1/~nothing/s1/1.0.m4s",
                    "/live/r1/s1/media.m3u8",
                    "/live/r1/s1/media.m3u8/",
                    "/live/r1/s1/Media.m3u8",
                    "/live/r1//media.m3u8",
                    "/live//s1/media.m3u8",
                    "/live/r1/s2/media.m3u8",
                    "/live/r2/s1/media.m3u8",
                    "/live/r1/~nothing/s1/media.m3u8",
                    "/live/r1/%7enothing/s1/media.m3u8",
                    "/live/r1/s1/media.m3u8?",
                    "/live/r1/s1/media.m3u8?v=0123456789abcdef",
                    "/live/r1/s1/media.m3u8?_HLS_msn=1",
                    "/live/r1/s1/media.m3u8?_HLS_msn=1&_HLS_part=0",
                    "/live/r1/s1/media.m3u8?_HLS_msn=1&_HLS_part=0&_HLS_skip=YES",
                    "/live/r1/s1/media.m3u8?_HLS_skip=v2",
                    "/live/r1/s1/media.m3u8?_HLS_skip=no",
                    "/live/r1/s1/media.m3u8?_HLS_msn=1&_HLS_msn=90",
                    "/live/r1/s1/media.m3u8?%5fHLS_msn=90",
                    "/live/r1/s1/media.m3u8?_HLS_msn=90",
                    "/live/r1/s1/media.m3u8?_HLS_msn=4&_HLS_part=4000",
                    "/live/r1/s1/media.m3u8?_HLS_part=0",
                    "/live/r1/s1/media.m3u8?_HLS_msn=x",
                    "/live/r1/s1/media.m3u8?_HLS_msn=",
                    "/live/r1/s1/media.m3u8?_HLS_msn=99999999999",
                    "/live/r1/s1/media.m3u8?_HLS_msn=1%",
                    "/live/r1/master.m3u8",
                    "/live/r1/s1/init.mp4",
                    "/live/r1/s1/",
                    "/live/");

    private static final List<String> HEADERS =
            List.of(
                    "",
                    "Accept-Encoding: gzip\r\n",
                    "Accept-Encoding: deflate, gzip;q=0.5\r\n",
                    "Accept-Encoding: gzip;q=0, *\r\n",
                    "Accept-Encoding: br\r\nAccept-Encoding: gzip\r\n",
                    "Range: bytes=0-3\r\n",
                    "Range: bytes=4-\r\n",
                    "range: bytes=-5\r\n",
                    "Range: bytes=9999999-\r\n",
                    "Range: lines=1-2\r\n",
                    "If-None-Match: *\r\nIf-Modified-Since: Mon, 30 Nov 2026 12:00:00 GMT\r\n",
                    "Origin: https://elsewhere.example\r\n",
                    "Authorization: Bearer nothing\r\nCookie: rostrum-watch=nothing\r\n",
                    "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Proto: https\r\n",
                    "User-Agent: a player\r\n",
                    "Content-Length: 5\r\n\r\nhello");

    @TempDir static Path films;
    private static Script script;

    @TempDir Path data;
    private Side lane;
    private Side doors;

    /** One server, and who writes and asks there. */
    private static final class Side implements AutoCloseable {
        private final StreamingServer server;
        private final FeedClient feed;
        private final HostClient host;

        Side(Path data, Lanes lanes) throws IOException {
            server = Stations.behindTls(data, lanes);
            feed = new FeedClient(server.port(), "r1", "s1");
            host = new HostClient(feed, "r1");
        }

        void onAir(int segments) throws Exception {
            assertThat(feed.open().statusCode()).isEqualTo(201);
            assertThat(feed.init(script.init()).statusCode()).isEqualTo(200);
            for (int i = 0; i < segments; i++) {
                segment(i);
            }
        }

        void segment(int number) throws Exception {
            byte[] bytes = FeedClient.whole(script.segments().get(number));
            assertThat(feed.segment(number, bytes).statusCode()).isEqualTo(200);
        }

        /** The whole answer as it came over the wire. */
        String raw(String request) throws IOException {
            try (Socket socket = new Socket("127.0.0.1", server.port())) {
                socket.setSoTimeout((int) SOON.toMillis());
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
                return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            }
        }

        FutureTask<String> waiting(String request) {
            FutureTask<String> asking = new FutureTask<>((Callable<String>) () -> raw(request));
            Thread.startVirtualThread(asking);
            return asking;
        }

        boolean waits(int count) {
            try {
                return new FeedClient(server.adminPort(), "r1", "s1")
                        .text("/metrics")
                        .body()
                        .contains("rostrum_requests_waiting " + count + ".0\n");
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        String right() throws Exception {
            HttpResponse<String> given = host.watch("password", "open sesame");
            return new JsonObject(given.body()).getString("token");
        }

        @Override
        public void close() {
            server.close();
        }
    }

    @BeforeAll
    static void film() throws Exception {
        script = Script.program(films, 8, 1);
    }

    @BeforeEach
    void start() throws IOException {
        lane = new Side(data.resolve("lane"), Lanes::fast);
        doors = new Side(data.resolve("doors"), Lanes::none);
    }

    @AfterEach
    void stop() {
        lane.close();
        doors.close();
    }

    private void onAir(int segments) throws Exception {
        lane.onAir(segments);
        doors.onAir(segments);
    }

    private static String request(String method, String path, String headers) {
        String head =
                method + " " + path + " HTTP/1.1\r\nHost: tv.example\r\nConnection: close\r\n";
        return head + headers + (headers.contains("\r\n\r\n") ? "" : "\r\n");
    }

    private String same(String request) throws IOException {
        String answer = lane.raw(request);
        same(request, answer, doors.raw(request));
        return answer;
    }

    /** The playlist that lists that part. */
    private static String listing(String part) {
        String[] name = part.split("\\.");
        return "media.m3u8?_HLS_msn=" + name[0] + "&_HLS_part=" + name[1];
    }

    private static void same(String request, String answer, String other) {
        assertThat(readable(answer)).as(request).isNotEmpty().isEqualTo(readable(other));
        assertThat(answer.equals(other)).as(request).isTrue();
    }

    /** Nobody wants to see films in the words of a test. */
    private static String readable(String answer) {
        return answer.replaceAll("[^\\x0a\\x0d\\x20-\\x7e]+", "…")
                .lines()
                .limit(40)
                .collect(Collectors.joining("\n"));
    }

    /** The part that comes next at both, once all that was fed is published. */
    private String hinted() {
        List<String> seen = new ArrayList<>();
        Eventually.holds(
                "both hint at one part",
                SOON,
                () -> {
                    seen.add(hinted(lane));
                    seen.add(hinted(doors));
                    List<String> lately = seen.subList(Math.max(0, seen.size() - 12), seen.size());
                    return lately.size() == 12 && Set.copyOf(lately).size() == 1;
                });
        return seen.getLast();
    }

    private static String hinted(Side side) {
        try {
            Matcher hint = HINT.matcher(side.feed.text("/live/r1/s1/media.m3u8").body());
            return hint.find() ? hint.group(1) : "";
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void allTheSame(List<String> fields) throws IOException {
        for (String path : PATHS) {
            for (String headers : fields) {
                same(request("GET", path, headers));
            }
            for (String method : METHODS) {
                same(request(method, path, ""));
            }
        }
    }

    private void access(String visibility) throws Exception {
        access(visibility, null); // a password takes long to hash, and somebody waits for 6 s
    }

    private void access(String visibility, @Nullable String password) throws Exception {
        for (Side side : List.of(lane, doors)) {
            HttpResponse<String> set = side.host.access(visibility, password);
            assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        }
    }

    @Test
    void eachAnswerIsTheSameByteByByteWhoeverMayWatch() throws Exception {
        onAir(3);
        for (String path : List.of("/live/r1/s1/1.0.m4s", "/live/r1/s1/media.m3u8")) {
            assertThat(readable(same(request("GET", path, ""))))
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("Strict-Transport-Security: max-age")
                    .containsIgnoringCase("X-Content-Type-Options: nosniff")
                    .containsIgnoringCase("Access-Control-Allow-Origin: *");
        }
        allTheSame(HEADERS);
        for (String visibility : List.of("unlisted", "private", "public")) {
            access(visibility);
            allTheSame(HEADERS.subList(0, 2));
        }
    }

    @Test
    void anEndedProgramIsAnsweredTheSame() throws Exception {
        onAir(2);
        assertThat(lane.feed.end().statusCode()).isEqualTo(200);
        assertThat(doors.feed.end().statusCode()).isEqualTo(200);
        allTheSame(HEADERS);
    }

    @Test
    void aProgramWithoutAPictureYetIsAnsweredTheSame() throws Exception {
        onAir(0);
        same(request("GET", "/live/r1/s1/9.0.m4s", ""));
        same(request("GET", "/live/r1/s1/media.m3u8?_HLS_msn=90", ""));
    }

    @Test
    void whoMayWatchByARightIsAnsweredTheSame() throws Exception {
        onAir(2);
        access("private", "open sesame");
        String ofLane = lane.right();
        String ofDoors = doors.right();
        for (String path : List.of("1.0.m4s", "media.m3u8", "media.m3u8?_HLS_msn=1")) {
            String cookie = "Cookie: rostrum-watch=";
            String door = "/live/r1/s1/" + path;
            String one = lane.raw(request("GET", door, cookie + ofLane + "\r\n"));
            same(door, one, doors.raw(request("GET", door, cookie + ofDoors + "\r\n")));
            assertThat(readable(one)).startsWith("HTTP/1.1 200").contains("private");
        }
    }

    @Test
    void manyRequestsOnOneConnectionAreAnsweredTheSame() throws Exception {
        onAir(2);
        StringBuilder all = new StringBuilder();
        for (String path : PATHS.subList(0, 3)) {
            all.append("GET ").append(path).append(" HTTP/1.1\r\nHost: tv.example\r\n\r\n");
            all.append("HEAD ").append(path).append(" HTTP/1.1\r\nHost: tv.example\r\n\r\n");
        }
        same(all + request("GET", "/live/r1/s1/media.m3u8", ""));
        same("GET /live/r1/s1/media.m3u8 HTTP/1.0\r\n\r\n");
        same(
                "GET /live/r1/s1/1.0.m4s HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"
                        + request("GET", "/live/r1/s1/1.1.m4s", ""));
        same("GET /live/r1/s1/1.0.m4s HTTP/1.1\r\nConnection: close\r\n\r\n");
    }

    /** Both ask, both wait; then who may watch changes, and the segment comes. */
    private void answersAsTheyCome(String name, int segment, String status, String access)
            throws Exception {
        String request = request("GET", "/live/r1/s1/" + name, "");
        FutureTask<String> one = lane.waiting(request);
        FutureTask<String> other = doors.waiting(request);
        Eventually.holds("both wait", SOON, () -> lane.waits(1) && doors.waits(1));
        if (!access.isEmpty()) {
            access(access);
        }
        lane.segment(segment);
        doors.segment(segment);
        same(request, one.get(), other.get());
        assertThat(readable(one.get())).startsWith(status);
    }

    @Test
    void whoWaitsIsAnsweredTheSame() throws Exception {
        onAir(2);
        answersAsTheyCome(hinted(), 2, "HTTP/1.1 200", "");
        answersAsTheyCome(listing(hinted()), 3, "HTTP/1.1 200", "");
    }

    @Test
    void whoWaitsWhileTheProgramBecomesPrivateIsRefusedTheSame() throws Exception {
        onAir(2);
        answersAsTheyCome(hinted(), 2, "HTTP/1.1 403", "private");
        access("public");
        answersAsTheyCome(listing(hinted()), 3, "HTTP/1.1 403", "private");
    }

    @Test
    void whoWaitsInVainIsAnsweredTheSame() throws Exception {
        onAir(2);
        String request = request("GET", "/live/r1/s1/" + listing(hinted()), "");
        FutureTask<String> other = doors.waiting(request);
        String one = lane.raw(request);
        same(request, one, other.get());
        assertThat(one)
                .startsWith("HTTP/1.1 503")
                .containsIgnoringCase("not-yet")
                .containsIgnoringCase("nosniff")
                .containsIgnoringCase("Access-Control-Allow-Origin: *");
    }

    @Test
    void viewersAreCountedTheSame() throws Exception {
        onAir(2);
        for (int i = 0; i < 5; i++) {
            String asked = "/live/r1/s1/media.m3u8?v=0123456789abcde" + i;
            same(request("GET", asked, "User-Agent: " + i % 2 + "\r\n"));
            same(request("GET", asked + "&_HLS_msn=90", "User-Agent: refused\r\n"));
            same(request("HEAD", asked, "User-Agent: head\r\n"));
            same(request("GET", asked, "X-Forwarded-For: 192.0.2." + i + "\r\n"));
            same(request("GET", "/live/r1/s1/media.m3u8", "User-Agent: nameless" + i + "\r\n"));
        }
        same(request("GET", "/live/r1/s1/1.0.m4s", "User-Agent: part\r\n"));
        for (Side side : List.of(lane, doors)) {
            assertThat(side.feed.send("GET", "/api/channels/r1", BodyPublishers.noBody()).body())
                    .contains("\"viewers\":10");
        }
    }
}

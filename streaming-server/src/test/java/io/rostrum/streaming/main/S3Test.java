package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.streaming.config.S3Config;
import io.rostrum.streaming.config.StorageConfig;
import io.rostrum.testing.Eventually;
import io.rostrum.token.Claims;
import io.rostrum.token.TokenKind;
import io.rostrum.token.Tokens;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings in a bucket of a real S3 server, which may be away. */
@Tag("system")
class S3Test {
    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir Path folder;
    private S3Server bucket;
    private StreamingServer server;
    private FeedClient feed;
    private String disk = "data";

    @BeforeEach
    void start() throws IOException {
        bucket = S3Server.start(Files.createDirectory(folder.resolve("s3")));
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.close();
        bucket.close();
    }

    /** Starts the server. */
    private void station(Duration keepLocal) throws IOException {
        server =
                Stations.start(
                        new StorageConfig(folder.resolve(disk), null, 0, 0).in(s3(keepLocal)));
        feed = new FeedClient(server.port(), "r1", "s1");
    }

    private S3Config s3(Duration keepLocal) {
        return new S3Config(
                S3Server.BUCKET,
                bucket.endpoint(),
                "us-east-1",
                "tv/",
                S3Server.USER,
                S3Server.PASSWORD,
                keepLocal);
    }

    private Script program(int seconds) throws Exception {
        Script script = Script.program(folder, seconds, 7);
        feed.open();
        feed.init(script.init());
        return script;
    }

    private void send(Script script, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            assertThat(feed.segment(i, FeedClient.whole(script.segments().get(i))).statusCode())
                    .isEqualTo(200);
        }
    }

    private void ends() throws Exception {
        assertThat(feed.end().statusCode()).isEqualTo(200);
    }

    private Path local(String name) {
        return folder.resolve(disk).resolve("sessions").resolve("s1").resolve(name);
    }

    private static void soon(String what, BooleanSupplier condition) {
        Eventually.holds(what, SOON, condition);
    }

    private boolean kept() {
        return Files.exists(bucket.object("tv/s1/session.json"));
    }

    private void strangersReadIt(Script script) throws Exception {
        for (String name : List.of("master.m3u8", "program.mp4")) {
            String address = "http://127.0.0.1:" + server.port() + "/recordings/s1/" + name;
            Tool decode =
                    Tool.run(
                            List.of(
                                    "ffmpeg", "-v", "warning", "-i", address, "-map", "0", "-c",
                                    "copy", "-f", "null", "-"));
            assertThat(decode.output()).as(name).isEmpty();
            Tool count =
                    Tool.run(
                            List.of(
                                    "ffprobe",
                                    "-v",
                                    "error",
                                    "-count_packets",
                                    "-select_streams",
                                    "v",
                                    "-show_entries",
                                    "stream=nb_read_packets",
                                    "-of",
                                    "csv=p=0",
                                    address));
            assertThat(count.orFail().lines().findFirst().orElse(""))
                    .as(name)
                    .isEqualTo(Integer.toString(script.frames()));
        }
    }

    @Test
    void aRecordingPlaysFromTheBucketWhenTheDiskHasItNoLonger() throws Exception {
        station(Duration.ZERO);
        Script script = program(12);
        send(script, 0, script.segments().size());
        ends();
        soon("the bucket has it", this::kept);
        soon("the disk has it no longer", () -> !Files.exists(local("samples.log")));
        strangersReadIt(script);
        byte[] middle =
                feed.bytes("/recordings/s1/program.mp4", "Range", "bytes=100000-199999").body();
        assertThat(middle).hasSize(100_000);
        assertThat(feed.bytes("/recordings/s1/program.mp4").body())
                .containsSequence(java.util.Arrays.copyOf(middle, 1000));
    }

    @Test
    void theProgramGoesOnWhileTheBucketIsAwayAndTheUploadResumes() throws Exception {
        station(Duration.ofDays(1));
        Script script = program(30);
        int third = script.segments().size() / 3;
        send(script, 0, third);
        bucket.kill();
        send(script, third, 2 * third);
        assertThat(feed.text("/live/r1/s1/media.m3u8").statusCode()).isEqualTo(200);
        server.close();
        station(Duration.ofDays(1));
        assertThat(feed.open().body()).contains("\"next\":" + 2 * third);
        send(script, 2 * third, script.segments().size());
        ends();
        strangersReadIt(script);
        assertThat(kept()).isFalse();
        bucket.begin();
        soon("the bucket has it", this::kept);
        assertThat(bucket.object("tv/s1/samples.log")).hasSameBinaryContentAs(local("samples.log"));
    }

    /** Segments of a size that real pictures have in a quarter of an hour. */
    private void large(int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            assertThat(feed.segment(i, Large.segment(i, 3 << 20)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void partsGoWhileOnAirAndNothingHalfIsInTheBucketAfterARestart() throws Exception {
        station(Duration.ofDays(1));
        feed.open();
        feed.init(Large.INIT);
        large(0, 4);
        soon("a part went", () -> parts() >= 1);
        assertThat(bucket.object("tv/s1/samples.log")).doesNotExist();
        server.close();
        station(Duration.ofDays(1));
        feed.open();
        large(4, 8);
        ends();
        soon("the bucket has it", this::kept);
        assertThat(bucket.object("tv/s1/samples.log")).hasSameBinaryContentAs(local("samples.log"));
        assertThat(parts()).isGreaterThanOrEqualTo(3);
    }

    private int parts() {
        try {
            return new JsonObject(Files.readString(local("vault.json")))
                    .getJsonArray("tags")
                    .size();
        } catch (IOException notYet) {
            return 0;
        }
    }

    @Test
    void anEmptyDiskTakesBackWhatTheBucketHasAndWhatIsDeletedStaysAway() throws Exception {
        station(Duration.ofDays(1));
        Script script = program(8);
        send(script, 0, script.segments().size());
        ends();
        soon("the bucket has it", this::kept);
        server.close();
        disk = "another disk";
        station(Duration.ofDays(1));
        soon("it is back", () -> status("/api/recordings/s1") == 200);
        strangersReadIt(script);
        assertThat(
                        feed.send("DELETE", "/api/recordings/s1", BodyPublishers.noBody(), token())
                                .statusCode())
                .isEqualTo(204);
        soon("the bucket is empty", () -> !Files.exists(bucket.object("tv/s1/samples.log")));
        assertThat(kept()).isFalse();
        assertThat(status("/recordings/s1/master.m3u8")).isEqualTo(404);
    }

    @Test
    void aNoteThatCannotBeReadKeepsNoOtherRecordingFromTheBucket() throws Exception {
        station(Duration.ofDays(1));
        for (String id : List.of("a0", "z9")) {
            FeedClient other = new FeedClient(server.port(), id, id);
            other.open();
            other.init(Large.INIT);
            assertThat(other.segment(0, Large.segment(0, 1 << 10)).statusCode()).isEqualTo(200);
            other.end();
        }
        server.close();
        for (String id : List.of("a0", "z9")) {
            Path session = folder.resolve(disk).resolve("sessions").resolve(id);
            Files.writeString(session.resolve("vault.json"), "[\"no note\"");
        }
        station(Duration.ofDays(1));
        Script script = program(8);
        send(script, 0, script.segments().size());
        ends();
        soon("the bucket has it", this::kept);
    }

    private static String token() {
        return new Tokens(FeedClient.SECRET, TokenKind.STATION)
                .sign(new Claims("r1", 0, Instant.now().plusSeconds(600)));
    }

    private int status(String path) {
        try {
            return feed.text(path).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> host(String method, String path, String body) throws Exception {
        return feed.send(
                method, "/api/recordings/s1" + path, BodyPublishers.ofString(body), token());
    }

    private boolean cutTo(double least, double most) {
        try {
            JsonObject told = new JsonObject(feed.text("/api/recordings/s1").body());
            return told.getDouble("duration") >= least && told.getDouble("duration") <= most;
        } catch (Exception e) {
            return false;
        }
    }

    @Test
    void whatIsCutOffForGoodLeavesTheBucketTooAndAnEmptyDiskTakesBackTheRest() throws Exception {
        station(Duration.ZERO);
        Script script = program(16);
        send(script, 0, script.segments().size());
        ends();
        soon("the bucket has it", this::kept);
        soon("the disk has it no longer", () -> !Files.exists(local("samples.log")));
        long before = Files.size(bucket.object("tv/s1/samples.log"));
        assertThat(host("PUT", "/trim", "{\"start\":5,\"end\":9}").statusCode()).isEqualTo(200);
        assertThat(cutTo(4, 12)).isTrue();
        byte[] left = feed.bytes("/recordings/s1/program.mp4").body();
        soon("the bucket knows of it", () -> Files.exists(bucket.object("tv/s1/trim.json")));
        assertThat(Files.size(bucket.object("tv/s1/samples.log"))).isEqualTo(before);
        assertThat(host("POST", "/trim/erase", "").statusCode()).isEqualTo(200);
        soon("it is erased", () -> erased(before) && !Files.exists(local("samples.log")));
        assertThat(feed.bytes("/recordings/s1/program.mp4").body()).isEqualTo(left);
        server.close();
        disk = "another disk";
        station(Duration.ZERO);
        soon("it is back", () -> cutTo(4, 12));
        assertThat(feed.bytes("/recordings/s1/program.mp4").body()).isEqualTo(left);
        assertThat(new JsonObject(host("GET", "/trim", "").body()).getString("state"))
                .isEqualTo("whole");
    }

    private boolean erased(long before) {
        try {
            String trim = Files.readString(bucket.object("tv/s1/trim.json"));
            return Files.size(bucket.object("tv/s1/samples.log")) < before
                    && !new JsonObject(trim).getBoolean("erasing");
        } catch (IOException beingWritten) {
            return false;
        }
    }
}

package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.testing.Eventually;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while it sends to a bucket, and while it removes from it. */
@Tag("system")
class S3CrashTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int SEGMENTS = 24;

    @TempDir Path folder;
    private S3Server bucket;
    private StationProcess station;

    @BeforeEach
    void begin() throws IOException {
        bucket = S3Server.start(Files.createDirectory(folder.resolve("s3")));
    }

    @AfterEach
    void stop() throws InterruptedException {
        station.close();
        bucket.close();
    }

    private FeedClient start() throws IOException {
        station =
                StationProcess.start(
                        folder,
                        List.of(
                                "--s3-bucket",
                                S3Server.BUCKET,
                                "--s3-endpoint",
                                bucket.endpoint().toString(),
                                "--s3-prefix",
                                "tv/",
                                "--s3-keep-local",
                                "1d"),
                        Map.of(
                                "AWS_ACCESS_KEY_ID", S3Server.USER,
                                "AWS_SECRET_ACCESS_KEY", S3Server.PASSWORD));
        return new FeedClient(station.port(), "r1", "s1");
    }

    @Test
    void theBucketHasTheRecordingOnceAndWholeAndWhatWasRemovedStaysAway() throws Exception {
        FeedClient feed = start();
        feed.open();
        feed.init(Large.INIT);
        int noted = 0;
        for (int i = 0; i < SEGMENTS; i++) {
            assertThat(feed.segment(i, Large.segment(i, 3 << 20)).statusCode()).isEqualTo(200);
            if (i % 6 == 5) {
                int before = noted;
                Eventually.holds("more parts are there", SOON, () -> parts() > before);
                station.kill();
                noted = parts();
                feed = start();
                assertThat(feed.open().body()).contains("\"next\":" + (i + 1) + ",");
            }
        }
        assertThat(feed.end().statusCode()).isEqualTo(200);
        Eventually.holds("the samples are there", SOON, () -> object("samples.log"));
        station.kill();
        feed = start();
        Eventually.holds("the bucket has it", SOON, () -> object("session.json"));
        assertThat(bucket.object("tv/s1/samples.log")).hasSameBinaryContentAs(local("samples.log"));
        assertThat(all())
                .containsExactlyInAnyOrder(
                        "init.mp4", "samples.log", "segments.idx", "session.json");

        assertThat(
                        feed.send(
                                        "DELETE",
                                        "/api/recordings/s1",
                                        BodyPublishers.noBody(),
                                        HostClient.token("r1"))
                                .statusCode())
                .isEqualTo(204);
        station.kill();
        feed = start();
        Eventually.holds("the bucket is empty", SOON, () -> all().isEmpty());
        assertThat(feed.text("/recordings/s1/master.m3u8").statusCode()).isEqualTo(404);
    }

    private Path local(String name) {
        return folder.resolve("data").resolve("sessions").resolve("s1").resolve(name);
    }

    /** How many the server has noted as sent. */
    private int parts() {
        try {
            Path state = local("vault.json");
            return Files.exists(state)
                    ? new JsonObject(Files.readString(state)).getJsonArray("tags").size()
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean object(String name) {
        return Files.exists(bucket.object("tv/s1/" + name));
    }

    /**
     * The names of all that the bucket has, half or whole; one that nothing has while it changes.
     */
    private List<String> all() {
        try (Stream<Path> files = Files.walk(bucket.object(""))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        } catch (IOException | UncheckedIOException vanished) {
            return List.of("?");
        }
    }
}

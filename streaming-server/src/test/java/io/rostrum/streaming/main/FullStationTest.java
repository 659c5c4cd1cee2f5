package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rostrum.streaming.config.StorageConfig;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.Program;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A station whose disk is full: a small file system in memory, for which one has to be root. */
@Tag("system")
class FullStationTest {
    /** Held, for a logger that nobody holds forgets who listens. */
    private static final Logger SECURITY = Logger.getLogger("io.rostrum.security");

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final long MIN_FREE = 3 << 20;

    @TempDir Path folder;
    private Path disk;
    private StreamingServer server;
    private FeedClient feed;

    @BeforeEach
    void start() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString()) == 0,
                "only root may mount a small disk");
        open();
        assertThat(feed.open().statusCode()).isEqualTo(201);
    }

    private void open() throws IOException {
        server = Stations.start(new StorageConfig(disk, null, 0, MIN_FREE));
        feed = new FeedClient(server.port(), "r1", "s1");
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
            run("umount", "-l", disk.toString()); // a live session's files are open still
        }
    }

    private static int run(String program, String... arguments) throws Exception {
        return Program.run(Duration.ofSeconds(20), program, List.of(arguments)).exit();
    }

    /** Takes so many bytes, or all that there are. */
    private void fill(String name, long most) throws IOException {
        byte[] block = new byte[512];
        try (OutputStream out = Files.newOutputStream(disk.resolve(name))) {
            for (long taken = 0; taken < most; taken += block.length) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    private HttpResponse<String> asHost(String method, String path, byte[] body) throws Exception {
        return feed.send(method, path, BodyPublishers.ofByteArray(body), HostClient.token("r1"));
    }

    private HttpResponse<String> announce() throws Exception {
        String words =
                new JsonObject()
                        .put("title", "Evening")
                        .put("startsAt", Instant.now().plusSeconds(3600).toString())
                        .put("minutes", 30)
                        .encode();
        return asHost("POST", "/api/channels/r1/announcements", words.getBytes());
    }

    private int stranger(String channel) throws Exception {
        return feed.bytes("/live/" + channel + "/master.m3u8").statusCode();
    }

    private static byte[] noise() throws IOException {
        BufferedImage picture = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < 640 * 360; i++) {
            picture.setRGB(i % 640, i / 640, random.nextInt());
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    @Test
    void readinessIsAskedOfTheDiskWhenItIsAskedOfUs() throws Exception {
        assertThat(feed.text("/health/ready").statusCode()).isEqualTo(200);
        fill("filler", 5 << 20);
        HttpResponse<String> ready = feed.text("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("nearly full");
        Files.delete(disk.resolve("filler"));
        assertThat(feed.text("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void onAFullDiskSmallWordsAreKeptAndLargeThingsAreRefusedInWords() throws Exception {
        String id = new JsonObject(announce().body()).getString("id");
        fill("filler", Long.MAX_VALUE);
        assertThat(new HostClient(feed, "r1").access("private", "12345678").statusCode())
                .isEqualTo(200);
        assertThat(stranger("r1")).isEqualTo(403);
        assertThat(announce().statusCode()).isEqualTo(201);
        assertThat(feed.text("/health/ready").statusCode()).isEqualTo(503);
        fill("more", Long.MAX_VALUE);
        HttpResponse<String> poster =
                asHost("PUT", "/api/channels/r1/announcements/" + id + "/picture", noise());
        assertThat(poster.statusCode()).isEqualTo(507);
        assertThat(poster.body()).contains("storage-full");
        assertThat(asHost("DELETE", "/api/channels/r1/announcements/" + id, new byte[0]))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(204);
        assertThat(feed.init(new byte[0]).statusCode()).as("the feed lives").isEqualTo(400);
        server.close();
        open();
        assertThat(stranger("r1")).as("after a new start").isEqualTo(403);
    }

    /** What the security log says from now on. */
    private static List<String> security() {
        List<String> lines = new CopyOnWriteArrayList<>();
        SECURITY.addHandler(
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        lines.add(line.getMessage());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                });
        return lines;
    }

    @Test
    void whatCannotBeKeptPrivateIsClosedAndIsKeptOnceThereIsRoom() throws Exception {
        List<String> log = security();
        fill("filler", Long.MAX_VALUE);
        new HostClient(feed, "r1").access("public", null); // takes the reserve
        fill("more", Long.MAX_VALUE);
        HttpResponse<String> refused = new HostClient(feed, "r1").access("unlisted", null);
        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(refused.body()).contains("storage-full");
        HttpResponse<String> closed = new HostClient(feed, "r1").access("private", "12345678");
        assertThat(closed.statusCode()).isEqualTo(507);
        assertThat(closed.body()).contains("private from now on");
        Eventually.holds(
                "it is in the security log",
                SOON,
                () ->
                        log.stream()
                                .anyMatch(line ->
                                        line.contains("event=access-changed")
                                                && line.contains("to=private kept=no")));
        assertThat(stranger("r1")).isEqualTo(403);
        server.close();
        open();
        assertThat(stranger("r1")).as("after a new start").isEqualTo(403);
        new HostClient(feed, "r1").access("private", "12345678");
        Files.delete(disk.resolve("filler"));
        Files.delete(disk.resolve("more"));
        Eventually.holds("kept", SOON, () -> Files.notExists(disk.resolve("access/r1.closed")));
        assertThat(disk.resolve("access/r1.json")).content().contains("private");
        assertThat(new HostClient(feed, "r1").watch("password", "12345678").statusCode())
                .isEqualTo(200);
    }
}

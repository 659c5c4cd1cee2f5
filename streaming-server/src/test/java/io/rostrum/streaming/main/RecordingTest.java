package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rostrum.testing.Eventually;
import io.rostrum.token.Claims;
import io.rostrum.token.TokenKind;
import io.rostrum.token.Tokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside a recording of real pictures, checked by strangers. */
@Tag("system")
class RecordingTest {
    @TempDir Path folder;
    private StreamingServer server;
    private FeedClient feed;

    @BeforeEach
    void start() throws IOException {
        server = Stations.start(folder.resolve("data"));
        feed = new FeedClient(server.port(), "r1", "s1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Script recorded(int seconds) throws Exception {
        Script script = Script.program(folder, seconds, 7);
        feed.open();
        feed.init(script.init());
        for (int i = 0; i < script.segments().size(); i++) {
            feed.segment(i, FeedClient.whole(script.segments().get(i)));
        }
        assertThat(feed.end().statusCode()).isEqualTo(200);
        return script;
    }

    private JsonObject json(String path) {
        try {
            return new JsonObject(feed.text(path).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonObject properties() {
        return Eventually.becomes(
                        "the properties are told",
                        Duration.ofSeconds(10),
                        () -> json("/api/recordings/s1"),
                        json -> json.getJsonObject("properties") != null)
                .getJsonObject("properties");
    }

    private static JsonObject probe(String address) throws Exception {
        Tool tool =
                Tool.run(
                        List.of(
                                "ffprobe",
                                "-v",
                                "error",
                                "-show_format",
                                "-show_streams",
                                "-of",
                                "json",
                                address));
        return new JsonObject(tool.orFail());
    }

    @Test
    void itsPropertiesAreWhatAStrangerMeasures() throws Exception {
        recorded(30);
        JsonObject told = properties();
        JsonObject seen = probe(told.getString("address"));
        JsonObject format = seen.getJsonObject("format");
        JsonArray streams = seen.getJsonArray("streams");
        JsonObject picture = streams.getJsonObject(0);
        assertThat(told.getLong("size")).hasToString(format.getString("size"));
        assertThat(told.getDouble("duration"))
                .isCloseTo(Double.parseDouble(format.getString("duration")), within(0.1));
        String[] rate = picture.getString("avg_frame_rate").split("/", 2);
        assertThat(told.getDouble("frameRate"))
                .isCloseTo(Double.parseDouble(rate[0]) / Double.parseDouble(rate[1]), within(0.05));
        double bitRate =
                Double.parseDouble(picture.getString("bit_rate"))
                        + Double.parseDouble(streams.getJsonObject(1).getString("bit_rate"));
        assertThat(told.getDouble("bitRate")).isCloseTo(bitRate, within(bitRate / 100));
        assertThat(format.getString("format_name")).contains(told.getString("container"));
        assertThat(told.getString("codecs")).matches("avc3\\.[0-9a-f]{6},mp4a\\.40\\.2");
        JsonArray resolutions = told.getJsonArray("resolutions");
        assertThat(resolutions.size()).isGreaterThan(1);
        double sum = 0;
        for (int i = 0; i < resolutions.size(); i++) {
            sum += resolutions.getJsonObject(i).getDouble("duration");
        }
        assertThat(sum).isCloseTo(told.getDouble("duration"), within(0.1));
        assertThat(told.getInteger("width"))
                .isEqualTo(resolutions.getJsonObject(0).getInteger("width"));
    }

    @Test
    void itsPlaylistNamesTheCodecsOfItsPropertiesAndItsPeak() throws Exception {
        recorded(30);
        String codecs = properties().getString("codecs");
        String master = feed.text("/recordings/s1/master.m3u8").body();
        assertThat(master).contains("CODECS=\"" + codecs + "\"");
        Matcher bandwidth = Pattern.compile("BANDWIDTH=(\\d+),").matcher(master);
        assertThat(bandwidth.find()).isTrue();
        long most = Long.parseLong(bandwidth.group(1));
        Matcher pieces =
                Pattern.compile("#EXTINF:([0-9.]+),\\n(p\\d+\\.m4s)")
                        .matcher(feed.text("/recordings/s1/media.m3u8").body());
        int count = 0;
        while (pieces.find()) {
            count++;
            int bytes = feed.bytes("/recordings/s1/" + pieces.group(2)).body().length;
            double rate = bytes * 8 / Double.parseDouble(pieces.group(1));
            assertThat(rate).as(pieces.group(2)).isPositive().isLessThanOrEqualTo(most);
        }
        assertThat(count).isPositive();
    }

    @Test
    void itsPropertiesAreThereAgainAfterARestart() throws Exception {
        recorded(6);
        JsonObject before = properties();
        server.close();
        server = Stations.start(folder.resolve("data"));
        feed = new FeedClient(server.port(), "r1", "s1");
        JsonObject after = properties();
        before.remove("address");
        after.remove("address");
        assertThat(after).isEqualTo(before);
    }

    /** Waits until something is there; that it is not yet is told by 404. */
    private HttpResponse<byte[]> there(String path) {
        return Eventually.becomes(
                path + " is there",
                Duration.ofSeconds(10),
                () -> {
                    try {
                        return feed.bytes(path);
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                answer -> answer.statusCode() == 200);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Brightness and colour in the middle of a tile; 0 for black. */
    private static int light(byte[] jpeg, int column, int row) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(image.getHeight()).isEqualTo(450);
        int most = 0;
        for (int x = 60; x < 100; x++) {
            int rgb = image.getRGB(column * 160 + x, row * 90 + 45);
            most =
                    Math.max(
                            most,
                            Math.max(rgb >> 16 & 0xFF, Math.max(rgb >> 8 & 0xFF, rgb & 0xFF)));
        }
        return most;
    }

    @Test
    void aRecordingHasAPictureOfEachMoment() throws Exception {
        recorded(30);
        String vtt = text(there("/recordings/s1/storyboard.vtt"));
        long cues = vtt.lines().filter(line -> line.contains(" --> ")).count();
        assertThat(cues).isBetween(3L, 7L);
        assertThat(vtt).contains("storyboard-0.jpg#xywh=0,0,160,90");
        HttpResponse<byte[]> sheet = there("/recordings/s1/storyboard-0.jpg");
        assertThat(sheet.headers().firstValue("Content-Type")).contains("image/jpeg");
        for (int tile = 0; tile < 10; tile++) {
            int light = light(sheet.body(), tile % 5, tile / 5);
            assertThat(light > 100).as("tile " + tile).isEqualTo(tile < cues);
        }
        BufferedImage poster =
                ImageIO.read(new ByteArrayInputStream(there("/recordings/s1/poster.jpg").body()));
        assertThat(poster.getWidth()).isBetween(320, 1280);
        assertThat(feed.text("/recordings/s1/storyboard-1.jpg").statusCode()).isEqualTo(404);
        assertThat(feed.text("/recordings/s2/storyboard.vtt").statusCode()).isEqualTo(404);
    }

    @Test
    void aLiveProgramHasThemTooAndKeepsThemThroughARestartAndItsEnd() throws Exception {
        Script script = Script.program(folder, 30, 7);
        feed.open();
        feed.init(script.init());
        int half = script.segments().size() / 2;
        for (int i = 0; i < half; i++) {
            feed.segment(i, FeedClient.whole(script.segments().get(i)));
        }
        String first = text(there("/live/r1/storyboard.vtt"));
        assertThat(first).contains("s1/storyboard-0.jpg?n=");
        String sheet = first.lines().filter(line -> line.contains(".jpg")).toList().getLast();
        String address = "/live/r1/" + sheet.substring(0, sheet.indexOf('#'));
        assertThat(light(there(address).body(), 0, 0)).isGreaterThan(100);
        assertThat(feed.text("/live/r2/s1/storyboard-0.jpg").statusCode()).isEqualTo(404);
        server.close();
        server = Stations.start(folder.resolve("data"));
        feed = new FeedClient(server.port(), "r1", "s1");
        assertThat(light(there(address).body(), 0, 0)).isGreaterThan(100);
        for (int i = half; i < script.segments().size(); i++) {
            feed.segment(i, FeedClient.whole(script.segments().get(i)));
        }
        feed.end();
        assertThat(text(there("/recordings/s1/storyboard.vtt"))).contains("storyboard-0.jpg#");
        assertThat(there(address).body())
                .isEqualTo(there("/recordings/s1/storyboard-0.jpg").body());
    }

    private static String token(String channel) {
        return new Tokens(FeedClient.SECRET, TokenKind.STATION)
                .sign(new Claims(channel, 0, Instant.now().plusSeconds(600)));
    }

    private HttpResponse<String> order(String token) throws Exception {
        return feed.send("POST", "/api/recordings/s1/mp4", BodyPublishers.noBody(), token);
    }

    private String download() {
        return Eventually.becomes(
                        "the download is made",
                        Duration.ofSeconds(120),
                        () -> json("/api/recordings/s1/mp4"),
                        json -> json.getString("state").equals("done"))
                .getString("mp4");
    }

    @Test
    void itsHostOrdersADownloadOfOneSizeThatAStrangerReads() throws Exception {
        Script script = recorded(12);
        properties();
        assertThat(order("nobody").statusCode()).isEqualTo(401);
        assertThat(order(token("r2")).statusCode()).isEqualTo(403);
        assertThat(json("/api/recordings/s1/mp4").getString("state")).isEqualTo("none");
        assertThat(feed.text("/recordings/s1/download.mp4").statusCode()).isEqualTo(404);
        assertThat(order(token("r1")).statusCode()).isEqualTo(202);
        JsonObject seen = probe(download());
        JsonObject picture = seen.getJsonArray("streams").getJsonObject(0);
        assertThat(picture.getString("codec_tag_string")).isEqualTo("avc1");
        assertThat(Integer.parseInt(picture.getString("nb_frames"))).isEqualTo(script.frames());
        String sizes =
                Tool.run(
                                List.of(
                                        "ffprobe",
                                        "-v",
                                        "error",
                                        "-select_streams",
                                        "v",
                                        "-show_entries",
                                        "frame=width,height",
                                        "-of",
                                        "csv=p=0",
                                        download()))
                        .orFail();
        assertThat(sizes.lines().distinct().count()).isEqualTo(1);
        Tool decode =
                Tool.run(
                        List.of(
                                "ffmpeg",
                                "-v",
                                "warning",
                                "-i",
                                download(),
                                "-fps_mode",
                                "passthrough",
                                "-enc_time_base",
                                "-1",
                                "-f",
                                "null",
                                "-"));
        assertThat(decode.output()).isEmpty();
        assertThat(order(token("r1")).statusCode()).isEqualTo(200);
    }

    @Test
    void aDownloadThatARestartInterruptedIsMadeAfterIt() throws Exception {
        recorded(20);
        properties();
        assertThat(order(token("r1")).statusCode()).isEqualTo(202);
        server.close();
        server = Stations.start(folder.resolve("data"));
        feed = new FeedClient(server.port(), "r1", "s1");
        assertThat(probe(download()).getJsonArray("streams").size()).isEqualTo(2);
    }
}

package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rostrum.testing.Eventually;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host cuts off his recording, and what others see of it then. */
@Tag("system")
class CutTest extends OneRecording {
    private JsonObject state() {
        try {
            return new JsonObject(bare("GET", TRIM).body());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private double duration() throws Exception {
        return new JsonObject(feed.text("/api/recordings/s1").body()).getDouble("duration");
    }

    private List<String> pieces() throws Exception {
        Matcher names =
                Pattern.compile("(?m)^p.*\\.m4s$")
                        .matcher(feed.text("/recordings/s1/media.m3u8").body());
        List<String> all = new ArrayList<>();
        while (names.find()) {
            all.add(names.group());
        }
        return all;
    }

    private Path samples() {
        return folder.resolve("data/sessions/s1/samples.log");
    }

    @Test
    void whatIsCutOffIsShownNowhereAndComesBackWhenThatIsTakenBack() throws Exception {
        recorded();
        String playlist = feed.text("/recordings/s1/media.m3u8").body();
        JsonObject edited = new JsonObject(cut(5, 12.5).body());
        assertThat(edited.getDouble("duration")).isCloseTo(10.0, within(0.001));
        assertThat(state().getString("state")).isEqualTo("trimmed");
        assertThat(state().getDouble("before")).isEqualTo(4.0);
        assertThat(state().getDouble("kept")).isEqualTo(20.0);
        assertThat(state().getJsonArray("keyFrames"))
                .isEqualTo(new JsonArray(List.of(0.0, 2.0, 4.0, 6.0, 8.0)));
        assertThat(pieces()).hasSize(5).allMatch(name -> name.startsWith("p2-7."));
        restart();
        assertThat(duration()).isCloseTo(10.0, within(0.001));
        assertThat(pieces()).hasSize(5);
        assertThat(bare("DELETE", TRIM).statusCode()).isEqualTo(200);
        assertThat(feed.text("/recordings/s1/media.m3u8").body()).isEqualTo(playlist);
        assertThat(state().getString("state")).isEqualTo("whole");
    }

    @Test
    void theClockOfWhatIsLeftIsThatOfTheProgram() throws Exception {
        recorded();
        cut(6, 20);
        assertThat(feed.text("/recordings/s1/media.m3u8").body())
                .contains(
                        "#EXT-X-PROGRAM-DATE-TIME:"
                                + FeedClient.START.plusSeconds(6).toString().replace("Z", ".000Z"));
    }

    @Test
    void deletedForGoodItsBytesAreGoneAndThereIsNoWayBack() throws Exception {
        recorded();
        cut(4, 8);
        long before = Files.size(samples());
        byte[] shown = feed.bytes("/recordings/s1/program.mp4").body();
        assertThat(bare("POST", TRIM + "/erase").statusCode()).isEqualTo(200);
        Eventually.holds("it is erased", SOON, () -> state().getString("state").equals("whole"));
        assertThat(Files.size(samples())).isLessThan(before / 3);
        assertThat(feed.bytes("/recordings/s1/program.mp4").body()).isEqualTo(shown);
        assertThat(bare("DELETE", TRIM).statusCode()).isEqualTo(200);
        assertThat(duration()).isEqualTo(4.0);
        restart();
        assertThat(duration()).isEqualTo(4.0);
        assertThat(feed.bytes("/recordings/s1/program.mp4").body()).isEqualTo(shown);
        assertThat(feed.bytes("/recordings/s1/" + pieces().getFirst()).statusCode()).isEqualTo(200);
    }

    @Test
    void whatACrashLeftUnerasedIsErasedByTheNextStart() throws Exception {
        recorded();
        cut(4, 8);
        server.close();
        Path trim = folder.resolve("data/sessions/s1/trim.json");
        Files.writeString(
                trim, new JsonObject(Files.readString(trim)).put("erasing", true).encode());
        long before = Files.size(samples());
        start();
        Eventually.holds("it is erased", SOON, () -> state().getString("state").equals("whole"));
        assertThat(Files.size(samples())).isLessThan(before / 3);
        assertThat(duration()).isEqualTo(4.0);
    }

    @Test
    void whoWatchesMeanwhileGoesOnWithWhatIsStillShown() throws Exception {
        recorded();
        List<String> before = pieces();
        List<byte[]> bytes = new ArrayList<>();
        for (String name : before) {
            bytes.add(feed.bytes("/recordings/s1/" + name).body());
        }
        byte[] past = feed.bytes("/live/r1/s1/dvr/1.m4s").body();
        cut(4, 14);
        for (int i = 0; i < before.size(); i++) {
            HttpResponse<byte[]> answer = feed.bytes("/recordings/s1/" + before.get(i));
            boolean left = i >= 2 && i < 7;
            assertThat(answer.statusCode()).as(before.get(i)).isEqualTo(left ? 200 : 410);
            if (left) {
                assertThat(answer.body()).isEqualTo(bytes.get(i));
            }
        }
        assertThat(feed.bytes("/live/r1/s1/dvr/1.m4s").body()).isEqualTo(past);
        assertThat(feed.bytes("/live/r1/s1/dvr/0.m4s").statusCode()).isEqualTo(404);
        assertThat(feed.text("/live/r1/s1/dvr.m3u8").body())
                .contains("MEDIA-SEQUENCE:1\n")
                .doesNotContain("dvr/0.m4s");
        for (String name : List.of("p9-3.0.m4s", "p50-60.0.m4s", "p0-10.99.m4s", "p.m4s")) {
            assertThat(feed.bytes("/recordings/s1/" + name).statusCode()).as(name).isEqualTo(404);
        }
    }

    @Test
    void whatIsCutOffIsInNoDownload() throws Exception {
        recorded();
        String whole = hex(feed.bytes("/recordings/s1/program.mp4").body());
        String first = hex(Large.segment(0, 2000)).substring(400, 1200);
        String kept = hex(Large.segment(3, 2000)).substring(400, 1200);
        assertThat(whole).contains(first).contains(kept);
        cut(4, 14);
        assertThat(hex(feed.bytes("/recordings/s1/program.mp4").body()))
                .doesNotContain(first)
                .contains(kept);
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static JsonObject probe(String address) throws Exception {
        return new JsonObject(
                Tool.run(
                                List.of(
                                        "ffprobe",
                                        "-v",
                                        "error",
                                        "-show_format",
                                        "-show_streams",
                                        "-of",
                                        "json",
                                        address))
                        .orFail());
    }

    /** What a stranger complains of who decodes all of it. */
    private static String decoded(String address) throws Exception {
        String said =
                Tool.run(
                                List.of(
                                        "ffprobe",
                                        "-v",
                                        "warning",
                                        "-count_frames",
                                        "-show_entries",
                                        "stream=nb_read_frames",
                                        "-of",
                                        "csv=p=0",
                                        address))
                        .orFail();
        assertThat(said).containsPattern("\\d\\d");
        return said.replaceAll("[\\d,\\s]+", "");
    }

    @Test
    void strangersPlayWhatIsLeftAndItsSoundAlone() throws Exception {
        filmed(24);
        String base = "http://127.0.0.1:" + server.port() + "/recordings/s1/";
        cut(5, 15);
        double left = duration();
        assertThat(left).isBetween(10.0, 18.0);
        for (String name : List.of("program.mp4", "master.m3u8")) {
            JsonObject seen = probe(base + name);
            assertThat(Double.parseDouble(seen.getJsonObject("format").getString("duration")))
                    .as(name)
                    .isCloseTo(left, within(0.1));
            assertThat(decoded(base + name)).as(name).isEmpty();
        }
        Eventually.holds("its sound is there", SOON, () -> status("sound.m4a") == 200);
        JsonObject sound = probe(base + "sound.m4a");
        assertThat(sound.getJsonArray("streams")).hasSize(1);
        assertThat(sound.getJsonArray("streams").getJsonObject(0).getString("codec_name"))
                .isEqualTo("aac");
        assertThat(Double.parseDouble(sound.getJsonObject("format").getString("duration")))
                .isCloseTo(left, within(0.1));
        assertThat(decoded(base + "sound.m4a")).isEmpty();
        JsonObject told = new JsonObject(feed.text("/api/recordings/s1").body());
        assertThat(told.getString("mp4")).contains("?cut=");
        assertThat(feed.text("/recordings/s1/chapters.vtt").body()).startsWith("WEBVTT");
        Eventually.holds("its pictures are drawn", SOON, () -> status("storyboard.vtt") == 200);
        assertThat(feed.text("/recordings/s1/storyboard.vtt").body())
                .contains("storyboard-0.jpg?cut=");
    }

    @Test
    void soundIsSentInRangesAndUnderItsTitle() throws Exception {
        filmed(8);
        Eventually.holds("its sound is there", SOON, () -> status("sound.m4a") == 200);
        HttpResponse<byte[]> whole = feed.bytes("/recordings/s1/sound.m4a?download");
        assertThat(whole.headers().firstValue("Content-Type")).contains("audio/mp4");
        assertThat(whole.headers().firstValue("Content-Disposition").orElse(""))
                .contains("Town%20hall.m4a");
        assertThat(whole.headers().firstValue("Content-Length"))
                .contains(Integer.toString(whole.body().length));
        HttpResponse<byte[]> part =
                feed.bytes("/recordings/s1/sound.m4a", "Range", "bytes=1000-1999");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(whole.body(), 1000, 2000));
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(feed.bytes("/recordings/s1/sound.m4a", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "cut",
                "",
                "{\"start\":\"0\",\"end\":4}",
                "{\"start\":null,\"end\":4}",
                "{\"start\":-1,\"end\":4}",
                "{\"start\":4,\"end\":4}",
                "{\"start\":6,\"end\":2}",
                "{\"start\":1e300,\"end\":2e300}",
                "{\"start\":20,\"end\":30}",
                "{\"start\":0}"
            })
    void nonsenseCutsNothing(String body) throws Exception {
        recorded();
        HttpResponse<String> answer =
                feed.send("PUT", TRIM, BodyPublishers.ofString(body), HostClient.token("r1"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(duration()).isEqualTo(20.0);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, " + TRIM,
        "PUT, " + TRIM,
        "DELETE, " + TRIM,
        "POST, " + TRIM + "/erase",
        "PUT, " + CHAPTERS,
        "DELETE, " + CHAPTERS,
        "PUT, " + PICTURE,
        "DELETE, " + PICTURE
    })
    void nobodyElseMay(String method, String path) throws Exception {
        recorded();
        String body = "{\"start\":2,\"end\":4,\"chapters\":[],\"at\":1}";
        for (String token : List.of("", FeedClient.SECRET, HostClient.token("r2"))) {
            int status = feed.send(method, path, BodyPublishers.ofString(body), token).statusCode();
            assertThat(status).as(token).isIn(401, 403);
        }
        assertThat(duration()).isEqualTo(20.0);
    }

    @Test
    void aPrivateOneStaysPrivateHoweverItIsCut() throws Exception {
        recorded();
        List<String> before = pieces();
        host.send("PATCH", "/api/recordings/s1", new JsonObject().put("visibility", "private"));
        JsonObject mine = new JsonObject(cut(4, 14).body());
        for (String name :
                List.of("sound.m4a", "program.mp4", "p2-7.0.m4s", before.get(3), "chapters.json")) {
            assertThat(status(name)).as(name).isEqualTo(403);
        }
        assertThat(URI.create(mine.getString("mp4")).getPath()).contains("/~");
        assertThat(feed.bytes(URI.create(mine.getString("hls")).getPath()).statusCode())
                .isEqualTo(200);
    }
}

package io.rostrum.center.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.config.StreamingConfig;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person meets who opens an address of the center, right or wrong. */
class ErrorPagesTest extends ServerHarness {
    private static final URI STATION = URI.create("https://tv.example.org");

    @Override
    StreamingConfig streaming() {
        return new StreamingConfig(null, STATION, null);
    }

    private HttpResponse<Buffer> open(HttpMethod method, String path) {
        return TestClient.await(
                request(method, path)
                        .putHeader("accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                        .putHeader("accept-language", "zh-CN,zh;q=0.9")
                        .send());
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404, 没有这个页面",
        "/r/nowhere, 404, 没有这个会议室",
        "/desk/nowhere, 404, 没有这个会议室",
        "/r/, 404, 没有这个页面",
        "/assets/none.js, 404, 没有这个页面",
        "/api/rooms/nowhere, 404, 没有这个会议室",
        "/api/rooms, 405, 没有这个页面",
        "/whip/r1, 405, 没有这个页面"
    })
    void aPersonReadsAPageInHisLanguage(String path, int status, String title) {
        HttpResponse<Buffer> page = open(HttpMethod.GET, path);
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.getHeader("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.getHeader("x-frame-options")).isEqualTo("DENY");
        assertThat(page.bodyAsString()).contains("<h1>" + title + "</h1>", "href=\"/\"");
        HttpResponse<Buffer> head = open(HttpMethod.HEAD, path);
        assertThat(head.statusCode()).isEqualTo(status);
        assertThat(head.body()).isNull();
        HttpResponse<Buffer> program = get(path);
        assertThat(program.statusCode()).isEqualTo(status);
        assertThat(program.getHeader("content-type")).isEqualTo("application/problem+json");
        assertThat(program.bodyAsJsonObject().getInteger("status")).isEqualTo(status);
    }

    @Test
    void aGuestLinkTellsItsTitleAndThatOneMayJoinAndNothingElse() {
        JsonObject made =
                TestClient.await(
                                request(HttpMethod.POST, "/api/rooms")
                                        .sendJsonObject(
                                                new JsonObject()
                                                        .put(
                                                                "title",
                                                                "\"><script>x</script>Bridge")))
                        .bodyAsJsonObject();
        String room = made.getString("id");
        String page = open(HttpMethod.GET, "/r/" + room).bodyAsString();
        assertThat(page)
                .contains("<title>&quot;&gt;&lt;script&gt;x&lt;/script&gt;Bridge · Rostrum</title>")
                .contains("<meta property=\"og:description\" content=\"Join the room · 加入会议室\"")
                .contains("<meta property=\"og:url\" content=\"http://127.0.0.1:")
                .contains("/r/" + room + "\"", "<meta name=\"robots\" content=\"noindex\"")
                .contains("<html data-friend=\"" + STATION + "\" ")
                .doesNotContain("<script>x", made.getString("hostKey"))
                .doesNotContain(made.getString("encoderToken"));
    }

    @ParameterizedTest
    @CsvSource({
        "/manifest.webmanifest, application/manifest+json",
        "/icon.svg, image/svg+xml",
        "/icon-192.png, image/png",
        "/icon-512.png, image/png",
        "/icon-maskable.png, image/png",
        "/apple-touch-icon.png, image/png"
    })
    void whatInstallingNeedsIsThere(String path, String type) {
        HttpResponse<Buffer> sign = get(path);
        assertThat(sign.statusCode()).isEqualTo(200);
        assertThat(sign.getHeader("content-type")).isEqualTo(type);
        assertThat(sign.getHeader("cache-control")).isEqualTo("no-cache");
    }
}

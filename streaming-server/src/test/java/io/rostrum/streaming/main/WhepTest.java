package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.sdp.Format;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A program as its viewers by WHEP meet it. */
@Tag("system")
class WhepTest extends OneChannel {
    private HttpResponse<String> whep(String method, String path, String type, String body)
            throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aViewerByWhepBeginsWithTheGroupOfPicturesAtOnce() throws Exception {
        onAir(1);
        try (WhepWatcher watcher = new WhepWatcher(Format.H264)) {
            HttpResponse<String> answer =
                    whep("POST", "/live/r1/whep", "application/sdp", watcher.offer());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            watcher.connect(answer.body());
            assertThat(watcher.until(() -> watcher.timestamps().size() >= 60, 30)).isTrue();
            int first = watcher.timestamps().getFirst();
            int last = watcher.timestamps().get(59);
            assertThat(last - first).isEqualTo(59 * 90);
            assertThat(new JsonObject(feed.text("/api/channels/r1").body()).getInteger("viewers"))
                    .isPositive();
            feed.end();
            assertThat(watcher.until(() -> watcher.state().isOver(), 10)).isTrue();
        }
    }

    @Test
    void placesForWhepAreCountedAndGivenBack() throws Exception {
        onAir(1);
        try (WhepWatcher watcher = new WhepWatcher(Format.H264)) {
            String offer = watcher.offer();
            HttpResponse<String> in = whep("POST", "/live/r1/whep", "application/sdp", offer);
            watcher.connect(in.body());
            assertThat(watcher.until(() -> !watcher.timestamps().isEmpty(), 30)).isTrue();
            HttpResponse<String> full = whep("POST", "/live/r1/whep", "application/sdp", offer);
            refused(full, 503, "whep-full");
            assertThat(full.headers().firstValue("Retry-After")).isPresent();
            String session = in.headers().firstValue("Location").orElseThrow();
            refused(whep("PATCH", session, "application/sdp", ""), 405, "method-not-allowed");
            assertThat(whep("DELETE", session, "text/plain", "").statusCode()).isEqualTo(200);
            refused(whep("DELETE", session, "text/plain", ""), 404, "not-found");
            assertThat(whep("POST", "/live/r1/whep", "application/sdp", offer).statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void guessesAtViewersAreCounted() throws Exception {
        onAir(1);
        HttpResponse<String> answer = whep("DELETE", "/live/r1/whep/v0", "text/plain", "");
        refused(answer, 404, "not-found");
        for (int i = 1; i < 1000 && answer.statusCode() == 404; i++) {
            answer = whep("DELETE", "/live/r1/whep/v" + i, "text/plain", "");
        }
        refused(answer, 429, "too-many-requests");
    }

    @Test
    void whepOffersThatCannotBeMetAreToldWhy() throws Exception {
        onAir(1);
        try (WhepWatcher other = new WhepWatcher(Format.VP8)) {
            HttpResponse<String> answer =
                    whep("POST", "/live/r1/whep", "application/sdp", other.offer());
            refused(answer, 406, "bad-offer");
            assertThat(answer.body()).contains("H264");
            refused(whep("POST", "/live/r1/whep", "application/sdp", "v=0"), 406, "bad-offer");
            refused(whep("POST", "/live/r1/whep", "text/plain", ""), 415, "unsupported-type");
            refused(
                    whep("POST", "/live/nobody/whep", "application/sdp", other.offer()),
                    404,
                    "not-on-air");
        }
    }
}

package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.sdp.Format;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host says of his channel, before, during and at the end of a program. */
@Tag("system")
class AccessChangeTest extends PrivateChannel {
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
            Heard.until(in, "event: channels\ndata: [{\"id\":\"r1\"");
            HttpResponse<String> answer = whep("POST", "/live/r1/whep", watcher.offer());
            watcher.connect(answer.body());
            assertThat(watcher.until(() -> watcher.timestamps().size() >= 10, 30)).isTrue();
            endsWhile(watcher, () -> host.access("private", "open sesame"));
            Heard.until(in, "event: ended\ndata: {\"id\":\"r1\",\"session\":\"s1\"}");
            refused("/live/r1/s1/media.m3u8");
            assertThat(host.access("public", null).statusCode()).isEqualTo(200);
            Heard.until(in, "event: started\ndata: {\"id\":\"r1\"");
        }
        assertThat(feed.text("/live/r1/s1/media.m3u8").statusCode()).isEqualTo(200);
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

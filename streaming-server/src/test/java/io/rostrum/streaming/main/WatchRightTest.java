package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The right to watch: how one comes by it, exchanges it, and loses it. */
@Tag("system")
class WatchRightTest extends PrivateChannel {
    @Test
    void anInvitationOpensUntilTheAccessChanges() throws Exception {
        makePrivate();
        onAir();
        String link = host.access().getString("invitation");
        assertThat(link).contains("/watch/r1?invite=");
        String invitation = link.substring(link.indexOf('=') + 1);
        HttpResponse<String> given = host.watch("invite", invitation);
        assertThat(given.statusCode()).isEqualTo(200);
        String token = new JsonObject(given.body()).getString("token");
        assertThat(feed.text(with(token, LIVE_DOORS.getFirst())).statusCode()).isEqualTo(200);
        assertThat(feed.text(with(invitation, LIVE_DOORS.getFirst())).statusCode())
                .as("an invitation is no right")
                .isEqualTo(403);
        makePrivate();
        assertThat(host.watch("invite", invitation).statusCode()).isEqualTo(403);
        refused(with(token, LIVE_DOORS.getFirst()));
    }

    @Test
    void whoWatchedLiveNeedsNoPasswordForTheRecording() throws Exception {
        makePrivate();
        onAir();
        String token = right();
        feed.end();
        String door = "/api/recordings/s1/watch";
        String body = new JsonObject().put("right", token).encode();
        HttpResponse<String> given = feed.send("POST", door, BodyPublishers.ofString(body), "");
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.headers().allValues("Set-Cookie").toString())
                .contains("Path=/recordings/s1;");
        makePrivate();
        assertThat(feed.send("POST", door, BodyPublishers.ofString(body), "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aRightIsExchangedForTheNextWithoutAPasswordUntilTheAccessChanges() throws Exception {
        makePrivate();
        onAir();
        String token = right();
        HttpResponse<String> next = host.watch("right", token);
        assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
        assertThat(Instant.parse(new JsonObject(next.body()).getString("expiresAt")))
                .isAfter(Instant.now().plus(Duration.ofHours(24)));
        assertThat(next.headers().allValues("Set-Cookie")).hasSize(2);
        String renewed = new JsonObject(next.body()).getString("token");
        assertThat(feed.text(with(renewed, LIVE_DOORS.getFirst())).statusCode()).isEqualTo(200);
        assertThat(host.watch("right", HostClient.token("r1")).statusCode()).isEqualTo(400);
        HostClient other = new HostClient(feed, "r2");
        other.access("private", "open sesame");
        assertThat(other.watch("right", token).statusCode()).as("elsewhere").isEqualTo(400);
        makePrivate();
        assertThat(host.watch("right", token).statusCode()).as("of before").isEqualTo(400);
        assertThat(host.watch("right", renewed).statusCode()).as("of before").isEqualTo(400);
    }

    @Test
    void aPlayerInAForeignPageShowsItsRightAsBearerTokenLiveAndLater() throws Exception {
        makePrivate();
        onAir();
        String[] shown = {"Authorization", "Bearer " + right()};
        for (String door : List.of("/api/channels/r1", "/api/recordings/s1")) {
            String hls = new JsonObject(text(door, shown)).getString("hls");
            assertThat(hls).as(door).contains("/~");
            assertThat(feed.text(URI.create(hls).getPath()).statusCode()).isEqualTo(200);
            feed.end();
        }
        makePrivate();
        assertThat(feed.bytes("/api/channels/r1", shown).statusCode()).isEqualTo(403);
    }

    @Test
    void withoutAPasswordOnlyInvitationsOpen() throws Exception {
        assertThat(host.access("private", null).statusCode()).isEqualTo(200);
        assertThat(host.watch("password", "").statusCode()).isEqualTo(403);
        assertThat(host.access().getBoolean("password")).isFalse();
    }
}

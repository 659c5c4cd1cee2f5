package io.rostrum.streaming.playback;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.gate.Callers;
import io.rostrum.gate.Gate;
import io.rostrum.gate.Prices;
import io.rostrum.gate.ProxyHeader;
import io.rostrum.gate.SecurityLog;
import io.rostrum.gate.Subnet;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Viewers;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Players that give themselves no id, as TV boxes and VLC, on both sides of a proxy. */
class AudienceTest {
    private static final Id CHANNEL = new Id("r1");
    private static final Callers BEHIND =
            new Callers(List.of(Subnet.of("--x", "127.0.0.0/8")), ProxyHeader.X_FORWARDED_FOR);

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Viewers viewers = new Viewers();

    @AfterEach
    void stop() throws Exception {
        done(vertx.close());
    }

    private static <T> T done(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private int serve(Callers callers) throws Exception {
        Prices prices = Prices.perMinute(Prices.ROOMS, Prices.ENTRIES);
        Gate gate = new Gate(callers, prices, SecurityLog.none(), System::nanoTime);
        Audience audience = new Audience(viewers, gate);
        Router router = Router.router(vertx);
        router.get("/")
                .handler(ctx -> {
                    audience.saw(ctx, CHANNEL);
                    ctx.end();
                });
        return done(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"))
                .actualPort();
    }

    private void asks(int port, String forwardedFor) throws Exception {
        asks(port, forwardedFor, "");
    }

    private void asks(int port, String forwardedFor, String name) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                        .header("X-Forwarded-For", forwardedFor)
                        .header("User-Agent", "a TV box");
        if (!name.isEmpty()) {
            request.header("Rostrum-Viewer", name);
        }
        http.send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void householdsBehindATrustedProxyAreCountedEach() throws Exception {
        int port = serve(BEHIND);
        asks(port, "192.0.2.1");
        asks(port, "192.0.2.2");
        asks(port, "6.6.6.6, 192.0.2.2");
        asks(port, "2001:db8::1");
        asks(port, "2001:db8::2"); // the same house: its devices change their addresses daily
        assertThat(viewers.count(CHANNEL)).isEqualTo(3);
    }

    @Test
    void theHostsOwnPreviewIsNoViewer() throws Exception {
        int port = serve(BEHIND);
        asks(port, "192.0.2.1", "preview");
        assertThat(viewers.count(CHANNEL)).isZero();
        asks(port, "192.0.2.1", "previews");
        assertThat(viewers.count(CHANNEL)).isEqualTo(1);
    }

    @Test
    void whoMakesUpAddressesIsOneWhereNoProxyIsTrusted() throws Exception {
        int port = serve(Callers.DIRECT);
        asks(port, "192.0.2.1");
        asks(port, "192.0.2.2");
        assertThat(viewers.count(CHANNEL)).isEqualTo(1);
    }

    @Test
    void aBrowserIsOnePersonInTwoWindowsAndOnTwoNetworks() throws Exception {
        int port = serve(BEHIND);
        asks(port, "192.0.2.1", "ana");
        asks(port, "192.0.2.1", "ana");
        asks(port, "192.0.2.9", "ana");
        assertThat(viewers.count(CHANNEL)).isEqualTo(1);
    }

    @Test
    void aSchoolBehindOneAddressIsCountedByHeads() throws Exception {
        int port = serve(BEHIND);
        for (int pupil = 0; pupil < 30; pupil++) {
            asks(port, "192.0.2.1", "pupil-" + pupil);
        }
        assertThat(viewers.count(CHANNEL)).isEqualTo(30);
    }

    @Test
    void aNameThatCannotBeOneIsNone() throws Exception {
        int port = serve(BEHIND);
        asks(port, "192.0.2.1", "x".repeat(41));
        asks(port, "192.0.2.1", "<b>");
        asks(port, "192.0.2.1");
        assertThat(viewers.count(CHANNEL)).isEqualTo(1);
    }
}

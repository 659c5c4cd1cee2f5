package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.feed.FeedKey;
import io.rostrum.testing.Documented;
import io.rostrum.testing.Stranger;
import io.rostrum.testing.Stranger.Call;
import io.rostrum.testing.Traces;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every documented call, asked for what no honest client asks. */
@Tag("system")
class HostileRequestsTest {
    private static final int ROUNDS = 1000;
    private static final long SEED = 20261130;

    @TempDir Path data;
    private StreamingServer server;

    @BeforeEach
    void start() throws IOException {
        server = Stations.start(data);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Documented documented() throws Exception {
        return new Documented(new JsonObject(client().text("/openapi.json").body()).getMap());
    }

    private FeedClient client() {
        return new FeedClient(server.port(), "r1", "s1");
    }

    @Test
    void noStrangerMakesItFail() throws Exception {
        Documented documented = documented();
        List<Call> calls = documented.calls();
        Stranger stranger = new Stranger(server.port(), SEED, "r1");
        client().onAir(2); // with less, many a question would wait for an answer
        try (Traces traces = new Traces()) {
            assertThat(
                            documented.undocumented(
                                    stranger,
                                    ROUNDS,
                                    round -> right(calls.get(round % calls.size()))))
                    .isEmpty();
            assertThat(traces.seen()).isEmpty();
        }
        assertThat(client().text("/health/live").statusCode()).isEqualTo(200);
    }

    private static String right(Call call) {
        return call.path().startsWith("/feed/")
                ? FeedKey.of(FeedClient.SECRET, "r1")
                : HostClient.token("r1");
    }

    @Test
    void whatTakesABodySaysHowMuchOfIt() throws Exception {
        assertThat(documented().boundless()).isEmpty();
    }
}

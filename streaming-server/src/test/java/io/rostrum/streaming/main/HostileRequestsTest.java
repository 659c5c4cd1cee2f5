package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.feed.FeedKey;
import io.rostrum.testing.Stranger;
import io.rostrum.testing.Stranger.Call;
import io.rostrum.testing.Stranger.Outcome;
import io.rostrum.testing.Traces;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    private JsonObject paths() throws Exception {
        return new JsonObject(client().text("/openapi.json").body()).getJsonObject("paths");
    }

    private FeedClient client() {
        return new FeedClient(server.port(), "r1", "s1");
    }

    private List<Call> calls() throws Exception {
        List<Call> calls = new ArrayList<>();
        JsonObject paths = paths();
        for (String path : paths.fieldNames()) {
            JsonObject methods = paths.getJsonObject(path);
            for (String method : methods.fieldNames()) {
                Set<String> statuses =
                        methods.getJsonObject(method).getJsonObject("responses").fieldNames();
                calls.add(new Call(method.toUpperCase(java.util.Locale.ROOT), path, statuses));
            }
        }
        return calls;
    }

    @Test
    void noStrangerMakesItFail() throws Exception {
        List<Call> calls = calls();
        Stranger stranger = new Stranger(server.port(), SEED, "r1");
        client().onAir(2); // with less, many a question would wait for an answer
        try (Traces traces = new Traces()) {
            for (int i = 0; i < ROUNDS; i++) {
                Call call = calls.get(i % calls.size());
                boolean feed = call.path().startsWith("/feed/");
                String key = feed ? FeedKey.of(FeedClient.SECRET, "r1") : HostClient.token("r1");
                Outcome outcome = stranger.ask(call, key);
                if (outcome.status() >= 500) {
                    assertThat(call.statuses())
                            .as(outcome.request())
                            .contains(String.valueOf(outcome.status()));
                }
            }
            assertThat(traces.seen()).isEmpty();
        }
        assertThat(client().text("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void whatTakesABodySaysHowMuchOfIt() throws Exception {
        JsonObject paths = paths();
        for (Call call : calls()) {
            String method = call.method().toLowerCase(java.util.Locale.ROOT);
            if (paths.getJsonObject(call.path()).getJsonObject(method).containsKey("requestBody")) {
                assertThat(call.statuses()).as(call.toString()).contains("413");
            }
        }
    }
}

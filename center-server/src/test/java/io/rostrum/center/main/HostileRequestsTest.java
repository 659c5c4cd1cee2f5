package io.rostrum.center.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.testing.Stranger;
import io.rostrum.testing.Stranger.Call;
import io.rostrum.testing.Stranger.Outcome;
import io.rostrum.testing.Traces;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every documented call, asked for what no honest client asks. */
class HostileRequestsTest extends ServerHarness {
    private static final int ROUNDS = 1500;
    private static final long SEED = 20261130;

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        JsonObject paths = get("/openapi.json").bodyAsJsonObject().getJsonObject("paths");
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
        JsonObject room = makeRoom();
        Stranger stranger = new Stranger(server.port(), SEED, room.getString("id"));
        try (Traces traces = new Traces()) {
            for (int i = 0; i < ROUNDS; i++) {
                Call call = calls.get(i % calls.size());
                String key = room.getString(i % 2 == 0 ? "hostKey" : "encoderToken");
                Outcome outcome = stranger.ask(call, key);
                if (outcome.status() >= 500) {
                    assertThat(call.statuses())
                            .as(outcome.request())
                            .contains(String.valueOf(outcome.status()));
                }
            }
            assertThat(traces.seen()).isEmpty();
        }
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void whatTakesABodySaysHowMuchOfIt() {
        JsonObject paths = get("/openapi.json").bodyAsJsonObject().getJsonObject("paths");
        for (Call call : calls()) {
            String method = call.method().toLowerCase(java.util.Locale.ROOT);
            if (paths.getJsonObject(call.path()).getJsonObject(method).containsKey("requestBody")) {
                assertThat(call.statuses()).as(call.toString()).contains("413");
            }
        }
    }
}

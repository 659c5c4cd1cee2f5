package io.rostrum.center.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.testing.Documented;
import io.rostrum.testing.Stranger;
import io.rostrum.testing.Traces;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Every documented call, asked for what no honest client asks. */
class HostileRequestsTest extends ServerHarness {
    private static final int ROUNDS = 1500;
    private static final long SEED = 20261130;

    private Documented documented() {
        return new Documented(get("/openapi.json").bodyAsJsonObject().getMap());
    }

    @Test
    void noStrangerMakesItFail() throws Exception {
        JsonObject room = makeRoom();
        Stranger stranger = new Stranger(server.port(), SEED, room.getString("id"));
        try (Traces traces = new Traces()) {
            assertThat(
                            documented()
                                    .undocumented(
                                            stranger,
                                            ROUNDS,
                                            round ->
                                                    room.getString(
                                                            round % 2 == 0
                                                                    ? "hostKey"
                                                                    : "encoderToken")))
                    .isEmpty();
            assertThat(traces.seen()).isEmpty();
        }
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void whatTakesABodySaysHowMuchOfIt() {
        assertThat(documented().boundless()).isEmpty();
    }
}

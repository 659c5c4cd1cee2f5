package io.rostrum.streaming.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.timeline.Shown;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host may say of the layer. */
class LayerChangeTest {
    @Test
    void whatIsNotSaidStays() {
        assertThat(LayerChange.read(new JsonObject())).isEmpty();
        assertThat(LayerChange.read(new JsonObject("{\"clock\":true}")))
                .containsExactly(new Shown.Clock(true));
    }

    @Test
    void wordsAreOneCleanLine() {
        String json =
                "{\"logo\":\" Town\\u0007 \\nhall\",\"titles\":{\"Ana\":null},"
                        + "\"question\":{\"text\":\"Why?\"}}";
        assertThat(LayerChange.read(new JsonObject(json)))
                .containsExactly(
                        new Shown.Logo("Town hall"),
                        new Shown.Title("Ana", ""),
                        new Shown.Question("Why?", ""));
        assertThat(LayerChange.read(new JsonObject("{\"question\":null,\"logo\":null}")))
                .containsExactly(new Shown.Logo(""), new Shown.Question("", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"names\":1}",
                "{\"names\":null}",
                "{\"clock\":\"true\"}",
                "{\"logo\":[]}",
                "{\"logo\":\"0123456789012345678901234567890123456789x\"}",
                "{\"titles\":[\"Ana\"]}",
                "{\"titles\":null}",
                "{\"titles\":{\"Ana\":{}}}",
                "{\"question\":\"Why?\"}",
                "{\"question\":{\"text\":7}}",
                "{\"caption\":null}",
                "{\"caption\":{\"text\":\"a\"}}",
                "{\"caption\":{\"text\":\"a\",\"language\":\"english\"}}",
                "{\"colour\":\"red\"}"
            })
    void anythingElseIsRefused(String json) {
        assertThatThrownBy(() -> LayerChange.read(new JsonObject(json)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsLongerThanItMayBeIsRefused() {
        JsonObject titles = new JsonObject().put("x".repeat(Shown.LONGEST_LINE + 1), "y");
        JsonObject asked = new JsonObject().put("text", "x".repeat(Shown.LONGEST_QUESTION + 1));
        assertThatThrownBy(() -> LayerChange.read(new JsonObject().put("titles", titles)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> LayerChange.read(new JsonObject().put("question", asked)))
                .isInstanceOf(Refusal.class);
    }
}

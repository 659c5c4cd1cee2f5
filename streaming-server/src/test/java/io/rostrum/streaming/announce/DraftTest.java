package io.rostrum.streaming.announce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.streaming.http.Refusal;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host may say of a program to come. */
class DraftTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private static Draft read(String json) {
        return Draft.read(new JsonObject(json), Draft.EMPTY).checked(NOW);
    }

    @Test
    void readsEverythingThatIsSaid() {
        Draft draft =
                read(
                        """
                        {"title": " Town\\nhall ", "host": "Ana", "startsAt": "2026-11-29T18:00:00Z",
                         "length": 5400, "description": "First line\\r\\nsecond\\u0007"}
                        """);
        assertThat(draft.title()).isEqualTo("Town hall");
        assertThat(draft.host()).isEqualTo("Ana");
        assertThat(draft.description()).isEqualTo("First line\nsecond");
        assertThat(draft.length()).isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void nothingOfItTurnsTextRoundOrHides() {
        Draft draft =
                read(
                        """
                        {"title": "\\u202eTown\\u2028hall", "host": "An\\u2066a",
                         "description": "One\\u202e\\u0000line", "startsAt": "2026-11-29T18:00:00Z"}
                        """);
        assertThat(draft.title()).isEqualTo("Town hall");
        assertThat(draft.host()).isEqualTo("Ana");
        assertThat(draft.description()).isEqualTo("One line");
    }

    @Test
    void whatIsNotSaidStaysAsItWas() {
        Draft before = read("{\"title\":\"A\",\"startsAt\":\"2026-11-29T18:00:00Z\"}");
        Draft after = Draft.read(new JsonObject("{\"host\":\"Ben\"}"), before);
        assertThat(after).isEqualTo(new Draft("A", "Ben", "", before.startsAt(), before.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"title\":\"A\"}",
                "{\"startsAt\":\"2026-11-29T18:00:00Z\"}",
                "{\"title\":\"  \",\"startsAt\":\"2026-11-29T18:00:00Z\"}",
                "{\"title\":7,\"startsAt\":\"2026-11-29T18:00:00Z\"}",
                "{\"title\":[\"A\"],\"startsAt\":\"2026-11-29T18:00:00Z\"}",
                "{\"title\":\"A\",\"startsAt\":\"tomorrow\"}",
                "{\"title\":\"A\",\"startsAt\":1764352800}",
                "{\"title\":\"A\",\"startsAt\":\"2026-11-28T10:59:59Z\"}",
                "{\"title\":\"A\",\"startsAt\":\"2028-11-28T10:00:00Z\"}",
            })
    void refusesWhatIsNoAnnouncement(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({"59", "86401", "-1", "1e3", "\"60\"", "9999999999"})
    void refusesALengthOutsideOfAMinuteToADay(String length) {
        String json =
                "{\"title\":\"A\",\"startsAt\":\"2026-11-29T18:00:00Z\",\"length\":" + length + "}";
        assertThatThrownBy(() -> read(json)).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesWordsThatAreTooLong() {
        JsonObject json =
                new JsonObject()
                        .put("title", "A")
                        .put("startsAt", "2026-11-29T18:00:00Z")
                        .put("description", "x".repeat(4001));
        assertThatThrownBy(() -> read(json.encode())).isInstanceOf(Refusal.class);
    }
}

package io.rostrum.load.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The synthetic participant, written against the document, reads the story of the codec. */
class RoomViewTest {
    private static final Path STORY =
            Path.of("..", "protocol-json/src/test/resources/io/rostrum/protocol/json/story.txt");

    @Test
    void whoFollowsEveryChangeKnowsTheRoom() throws IOException {
        List<JsonObject> told = Files.readAllLines(STORY).stream().map(JsonObject::new).toList();
        assertThat(told).hasSizeGreaterThan(10);
        RoomView view = new RoomView();
        view.whole(told.get(0).getJsonObject("room"));
        for (int i = 1; i < told.size(); i += 2) {
            assertThat(view.follow(told.get(i))).isTrue();
            assertThat(view.room()).isEqualTo(told.get(i + 1).getJsonObject("room"));
        }
    }

    @Test
    void aChangeThatDoesNotFollowIsNotApplied() throws IOException {
        List<JsonObject> told = Files.readAllLines(STORY).stream().map(JsonObject::new).toList();
        RoomView view = new RoomView();
        view.whole(told.get(0).getJsonObject("room"));
        assertThat(view.follow(told.get(3))).isFalse();
        assertThat(view.room()).isEqualTo(told.get(0).getJsonObject("room"));
    }
}

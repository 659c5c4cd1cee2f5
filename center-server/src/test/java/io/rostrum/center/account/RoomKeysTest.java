package io.rostrum.center.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.testing.FakeClock;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomKeysTest {
    private final Vertx vertx = Vertx.vertx();
    @TempDir Path data;

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private RoomKeys keys() throws IOException {
        return new RoomKeys(vertx, new RoomFile(data), new FakeClock(), new Secrets());
    }

    private static Identity.NewRoom make(RoomKeys keys, String title) throws Exception {
        return keys.createRoom(title)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @Test
    void aRoomSurvivesARestart() throws Exception {
        Identity.NewRoom made = make(keys(), "Town hall");
        RoomRecord again = keys().room(made.room().id());
        assertThat(again).isNotNull();
        assertThat(again.title()).isEqualTo("Town hall");
        assertThat(again.opensAsHost(made.hostKey())).isTrue();
        assertThat(again.opensAsHost(made.encoderToken())).isFalse();
        assertThat(again.opensForEncoder(made.encoderToken())).isTrue();
        assertThat(again.opensForEncoder("guess")).isFalse();
    }

    @Test
    void theFileHoldsNoSecret() throws Exception {
        Identity.NewRoom made = make(keys(), "Town hall");
        assertThat(Files.readString(data.resolve("rooms.json")))
                .contains(made.room().id())
                .doesNotContain(made.hostKey(), made.encoderToken());
    }

    @Test
    void aWriteThatBrokeOffChangesNothing() throws Exception {
        Identity.NewRoom made = make(keys(), "Town hall");
        Files.writeString(data.resolve("rooms.json.new"), "{\"version\":1,\"roo");
        assertThat(keys().room(made.room().id())).isNotNull();
    }

    @Test
    void aFileThatIsNoListOfRoomsIsSaid() throws Exception {
        Files.writeString(data.resolve("rooms.json"), "[7]");
        assertThatThrownBy(this::keys)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a list of rooms");
    }

    @Test
    void aRoomThatCannotBeKeptIsNotMade() throws Exception {
        RoomKeys keys = keys();
        Files.delete(data);
        Files.writeString(data, "a file where the folder was");
        assertThatThrownBy(() -> make(keys, "Town hall")).hasCauseInstanceOf(IOException.class);
    }
}

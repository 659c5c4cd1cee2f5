package io.rostrum.center.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.testing.FakeClock;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomKeysTest {
    private final Vertx vertx = Vertx.vertx();
    private final FakeClock clock = new FakeClock();
    @TempDir Path data;

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private RoomKeys keys() throws IOException {
        return new RoomKeys(vertx, data, clock, new Secrets());
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
        assertThat(Files.readString(data.resolve("rooms.log")))
                .contains(made.room().id())
                .doesNotContain(made.hostKey(), made.encoderToken());
    }

    /** A kill may leave any beginning of the last line, and what was acknowledged before stays. */
    @Test
    void aKillInTheMiddleLosesNothingThatWasAcknowledged() throws Exception {
        Identity.NewRoom first = make(keys(), "Town hall");
        byte[] acknowledged = Files.readAllBytes(log());
        Identity.NewRoom second = make(keys(), "Library");
        byte[] all = Files.readAllBytes(log());
        for (int end = acknowledged.length; end < all.length; end++) {
            Files.write(log(), Arrays.copyOf(all, end));
            RoomKeys again = keys();
            assertThat(again.room(first.room().id())).isNotNull();
            assertThat(again.room(second.room().id())).isNull();
            if (end % 50 == 0) {
                Identity.NewRoom third = make(again, "Garden");
                assertThat(keys().room(third.room().id())).as("behind a torn line").isNotNull();
            }
        }
    }

    private Path log() {
        return data.resolve("rooms.log");
    }

    @Test
    void aNewRoomIsOneLineMoreAndNotAllRoomsAnew() throws Exception {
        RoomKeys keys = keys();
        make(keys, "Town hall");
        byte[] before = Files.readAllBytes(log());
        make(keys, "Library");
        assertThat(Files.readAllBytes(log())).startsWith(before);
        assertThat(Files.readAllLines(log())).hasSize(2);
    }

    @Test
    void aLineWithAFlippedBitIsSkippedAndTheOthersStay() throws Exception {
        RoomKeys keys = keys();
        Identity.NewRoom first = make(keys, "Town hall");
        Identity.NewRoom second = make(keys, "Library");
        byte[] bytes = Files.readAllBytes(log());
        bytes[40] ^= 1;
        Files.write(log(), bytes);
        assertThat(keys().room(first.room().id())).isNull();
        assertThat(keys().room(second.room().id())).isNotNull();
        assertThat(data.resolve("rooms.log.damaged")).hasBinaryContent(bytes);
    }

    @Test
    void theRoomsOfAnEarlierServerAreTakenOverOnce() throws Exception {
        Identity.NewRoom made = make(keys(), "Town hall");
        String record = Files.readString(log()).replaceAll(".*\"made\":(.*),\"on\".*\\n", "$1");
        Files.delete(log());
        Files.writeString(
                data.resolve("rooms.json"),
                "{\"version\":1,\"rooms\":[{\"id\":\"bare\",\"title\":\"x\"}," + record + "]}");
        RoomKeys keys = keys();
        assertThat(keys.room(made.room().id())).isNotNull();
        assertThat(keys.room("bare")).as("without hashes").isNull();
        assertThat(data.resolve("rooms.json")).doesNotExist();
        assertThat(keys().room(made.room().id())).isNotNull();
    }

    @Test
    void aRoomThatNobodyUsedForLongIsFoundAndEnds() throws Exception {
        RoomKeys keys = keys();
        Identity.NewRoom old = make(keys, "Town hall");
        Identity.NewRoom loved = make(keys, "Library");
        clock.advance(Duration.ofDays(300));
        keys.used(loved.room().id());
        clock.advance(Duration.ofDays(66));
        assertThat(keys.unused(365)).containsExactly(old.room().id());
        keys.end(old.room().id())
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        assertThat(keys.room(old.room().id())).isNull();
        assertThat(keys().room(old.room().id())).as("after a restart").isNull();
        assertThat(keys().unused(365)).as("use is kept").isEmpty();
    }

    @Test
    void aLogThatIsMostlyHistoryIsWrittenAnew() throws Exception {
        RoomKeys keys = keys();
        Identity.NewRoom made = make(keys, "Town hall");
        for (int day = 0; day < 1100; day++) {
            clock.advance(Duration.ofDays(1));
            keys.used(made.room().id());
        }
        make(keys, "behind all of them");
        assertThat(Files.readAllLines(log())).hasSizeLessThan(200);
        assertThat(keys().room(made.room().id())).isNotNull();
        assertThat(keys().unused(1)).isEmpty();
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

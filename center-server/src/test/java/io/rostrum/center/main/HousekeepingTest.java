package io.rostrum.center.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.account.Kept;
import io.rostrum.center.account.KeptFiles;
import io.rostrum.center.account.RoomKeys;
import io.rostrum.center.account.Secrets;
import io.rostrum.center.room.Rooms;
import io.rostrum.protocol.signal.ChatState;
import io.rostrum.testing.FakeClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a room leaves when it ends: nothing. */
class HousekeepingTest {
    private static final Kept CLOSED = new Kept(false, true, false, ChatState.OPEN);

    private final Vertx vertx = Vertx.vertx();
    private final FakeClock clock = new FakeClock();
    private final Rooms rooms = new Rooms(id -> Future.failedFuture("none"));
    @TempDir Path data;

    @AfterEach
    void close() {
        TestClient.await(vertx.close());
    }

    private RoomKeys keys() throws IOException {
        return new RoomKeys(vertx, data, clock, new Secrets());
    }

    private String make(RoomKeys keys) throws IOException {
        String id = TestClient.await(keys.createRoom("Town hall")).room().id();
        Foundation.kept(data, keys).write(id, CLOSED);
        return id;
    }

    @Test
    void aRoomThatEndsTakesWithItWhatItsHostDecided() throws Exception {
        RoomKeys keys = keys();
        make(keys);
        clock.advance(Duration.ofDays(300));
        String younger = make(keys);
        clock.advance(Duration.ofDays(66));
        KeptFiles kept = Foundation.kept(data, keys);
        TestClient.await(new Housekeeping(vertx, keys, kept, rooms, 365).sweep());
        assertThat(data.resolve("kept")).isDirectoryContaining("glob:**/" + younger);
        try (var files = Files.list(data.resolve("kept"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aServerThatDiesInBetweenLeavesItToTheNextOne() throws Exception {
        RoomKeys keys = keys();
        String ended = make(keys);
        String stays = make(keys);
        TestClient.await(keys.end(ended)); // and dies before the file goes
        Files.writeString(data.resolve("kept").resolve(stays + "~"), "half a fi");
        RoomKeys after = keys();
        KeptFiles kept = Foundation.kept(data, after);
        assertThat(kept.read(stays)).isEqualTo(CLOSED);
        try (var files = Files.list(data.resolve("kept"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aRoomThatOnlyADamagedFileKnowsKeepsItsClosedDoor() throws Exception {
        String id = make(keys());
        String line = Files.readString(data.resolve("rooms.log"));
        char other = line.charAt(0) == '0' ? '1' : '0';
        Files.writeString(data.resolve("rooms.log"), other + line.substring(1));
        RoomKeys damaged = keys();
        assertThat(damaged.room(id)).isNull();
        assertThat(Foundation.kept(data, damaged).read(id)).isEqualTo(CLOSED);
    }
}

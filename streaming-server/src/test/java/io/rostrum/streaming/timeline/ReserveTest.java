package io.rostrum.streaming.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.feed.Id;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReserveTest {
    @TempDir Path root;

    @Test
    void theRoomIsTakenAtTheStartAndAgainWhereThereIsMuchMore() throws IOException {
        DiskHealth health = new DiskHealth();
        try (DataDirectory data = DataDirectory.open(root, health)) {
            assertThat(data.reserve().whole()).isTrue();
            assertThat(root.resolve("reserve")).hasSize(Reserve.BYTES);
            data.reserve().refill(0);
            assertThat(data.reserve().whole()).isTrue();
        }
        assertThat(health.trouble()).isEmpty();
    }

    @Test
    void anErrorThatIsNoWantOfRoomCostsNothing() throws IOException {
        try (DataDirectory data = DataDirectory.open(root)) {
            Path nowhere = root.resolve("nowhere");
            assertThat(Files.exists(nowhere)).isFalse();
            try {
                data.reserve().write(nowhere, "x", new byte[1]);
            } catch (IOException expected) {
                assertThat(expected).hasMessageContaining("nowhere");
            }
            assertThat(data.reserve().whole()).isTrue();
        }
    }

    @Test
    void wantOfRoomIsKnownInEveryLanguage() {
        IOException chinese = new IOException("设备上没有空间");
        assertThat(Reserve.isFull(chinese, root, Long.MAX_VALUE / 2)).isTrue();
        assertThat(Reserve.isFull(chinese, root, 0)).as("there is room").isFalse();
        assertThat(Reserve.isFull(new IOException("No space left on device"), root, 0)).isTrue();
        assertThat(Reserve.isFull(chinese, root.resolve("nowhere"), Long.MAX_VALUE / 2)).isFalse();
    }

    @Test
    void filesOfStrangersAreLeftAlone() throws IOException {
        try (DataDirectory data = DataDirectory.open(root)) {
            Files.createDirectory(root.resolve("sessions/lost+found"));
            Files.createDirectory(root.resolve("gone"));
            Files.writeString(root.resolve("gone/not an id"), "");
            data.markGone(new Id("s1"));
            assertThat(data.folders()).isEmpty();
            assertThat(data.gone()).containsExactly(new Id("s1"));
        }
    }

    @Test
    void aFolderThatHoldsWhatIsNotOursIsNoHalfSession() throws IOException {
        try (DataDirectory data = DataDirectory.open(root)) {
            SessionFolder half = data.create(new Id("half"));
            Files.writeString(half.file("samples.log"), "");
            SessionFolder backup = data.create(new Id("backup"));
            Files.writeString(backup.file("thesis.txt"), "");
            assertThat(half.isHalf()).isTrue();
            assertThat(backup.isHalf()).isFalse();
        }
    }

    @Test
    void aChannelThatIsClosedInNoSpaceIsOpenedByTheNextWord() throws IOException {
        try (DataDirectory data = DataDirectory.open(root)) {
            assertThat(data.close(new Id("r1"))).isTrue();
            assertThat(data.access().resolve("r1.closed")).isEmptyFile();
            data.saveAccess(new Id("r1"), new JsonObject());
            assertThat(data.access().resolve("r1.closed")).doesNotExist();
        }
    }
}

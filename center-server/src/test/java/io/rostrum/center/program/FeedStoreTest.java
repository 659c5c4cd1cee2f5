package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedStoreTest {
    @TempDir Path directory;

    @Test
    void whatAKilledServerLeftIsSwept() throws Exception {
        Path session = Files.createDirectories(directory.resolve("feed/s1"));
        Files.writeString(session.resolve("17.m4s"), "a segment");
        Files.writeString(directory.resolve("rooms.json"), "not ours");
        FeedStore store = new FeedStore(directory.resolve("feed"), 100);

        store.sweep();

        assertThat(directory.resolve("feed")).isEmptyDirectory();
        assertThat(directory.resolve("rooms.json")).exists();
    }

    @Test
    void whereNothingWasLeftThereIsNothingToSweep() {
        new FeedStore(directory.resolve("none"), 100).sweep();

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void noMoreIsGivenThanThereIs() {
        FeedStore store = new FeedStore(directory, 100);

        assertThat(store.reserve(60)).isTrue();
        assertThat(store.reserve(41)).isFalse();
        assertThat(store.reserve(40)).isTrue();
        store.release(60);
        assertThat(store.used()).isEqualTo(40);
    }
}

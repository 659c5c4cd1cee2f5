package io.rostrum.center.main;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
    @Test
    void onlyOneServerHasADirectory(@TempDir Path data) throws Exception {
        DataLock first = DataLock.take(data.resolve("rooms"));
        assertThatThrownBy(() -> DataLock.take(data.resolve("rooms")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("--data");
        first.close();
        DataLock.take(data.resolve("rooms")).close();
    }
}

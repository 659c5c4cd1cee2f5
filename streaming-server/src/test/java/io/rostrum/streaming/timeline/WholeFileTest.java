package io.rostrum.streaming.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    private static final int WRITERS = 4;
    private static final int EACH = 50;

    @TempDir Path folder;

    @Test
    void thoseWhoWriteTheSameFileAtOnceAllDoAndItIsWhole() throws Exception {
        List<Future<?>> writing = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                byte[] bytes = new byte[1000 * (i + 1)];
                writing.add(
                        writers.submit(() -> {
                            for (int n = 0; n < EACH; n++) {
                                WholeFile.write(folder, "thumbnail.jpg", bytes);
                            }
                            return null;
                        }));
            }
            for (Future<?> one : writing) {
                one.get(60, TimeUnit.SECONDS); // fails where a write did
            }
        }
        assertThat(Files.size(folder.resolve("thumbnail.jpg")) % 1000).isZero();
        assertThat(folder).isDirectoryContaining("glob:**/thumbnail.jpg");
        assertThat(Files.exists(folder.resolve("thumbnail.jpg.new"))).isFalse();
    }
}

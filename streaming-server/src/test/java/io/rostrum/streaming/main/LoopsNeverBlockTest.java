package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.testing.LoopWatch;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Once the server stands, nobody sleeps, waits or touches the disk on an event loop. */
@Tag("system")
class LoopsNeverBlockTest {
    private static final String ON_PURPOSE = " in io.rostrum.streaming.main.Watched.blocks";

    @Test
    void whileProgramsComeAndStrangersAsk(@TempDir Path folder) throws Exception {
        assertThat(LoopWatch.ofProcess(Watched.class, folder))
                .contains(
                        "java.lang.Thread.sleepNanos0" + ON_PURPOSE,
                        "sun.nio.ch.UnixFileDispatcherImpl.read0" + ON_PURPOSE)
                .allMatch(each -> each.endsWith(ON_PURPOSE));
    }
}

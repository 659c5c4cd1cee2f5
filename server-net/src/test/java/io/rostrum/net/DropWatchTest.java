package io.rostrum.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DropWatchTest {
    private final List<String> lines = new ArrayList<>();
    private final AtomicLong packets = new AtomicLong(7);
    private final AtomicLong pictures = new AtomicLong();
    private final DropWatch watch =
            new DropWatch(lines::add).of("packets", packets::get).of("pictures", pictures::get);

    @Test
    void saysNothingWhileNothingIsDropped() {
        watch.tick();
        watch.tick();
        assertThat(lines).as("what was dropped before is old").isEmpty();
    }

    @Test
    void tellsInOneLineWhatMovedAndIsSilentAgain() {
        packets.addAndGet(120);
        pictures.incrementAndGet();
        watch.tick();
        watch.tick();
        packets.incrementAndGet();
        watch.tick();
        assertThat(lines)
                .containsExactly(
                        "dropped since the last second: packets 120, pictures 1",
                        "dropped since the last second: packets 1");
    }
}

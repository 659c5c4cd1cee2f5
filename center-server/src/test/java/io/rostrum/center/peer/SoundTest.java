package io.rostrum.center.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoundTest {
    private static final long MS = 1_000_000;

    private final List<Long> ticks = new ArrayList<>();

    private List<Long> millisOfMixes(long... calls) {
        try (Sound sound = new Sound(_ -> {}, 0)) {
            sound.tap((tickNanos, _, _, _) -> ticks.add(tickNanos / MS));
            for (long ms : calls) {
                sound.tick(ms * MS);
            }
        }
        return ticks;
    }

    @Test
    void aLateCallMixesWhatWasDue() {
        assertThat(millisOfMixes(21, 65)).containsExactly(20L, 40L, 60L);
    }

    @Test
    void afterALongStopTheRhythmIsTheSame() {
        assertThat(millisOfMixes(20, 733, 745)).containsExactly(20L, 720L, 740L);
    }
}

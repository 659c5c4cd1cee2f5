package io.rostrum.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DominantSpeakerTest {
    private final List<String> changes = new ArrayList<>();
    private final DominantSpeaker<String> dominant = new DominantSpeaker<>(changes::add);
    private long now = 123_456_789L;

    @Test
    void whoTalksLeads() {
        run(3, Map.of("anna", 25, "bela", 127, "carl", 90));
        assertThat(dominant.dominant()).contains("anna");

        run(5, Map.of("anna", 127, "bela", 25, "carl", 90));
        assertThat(dominant.dominant()).contains("bela");
        assertThat(changes).endsWith("bela");
    }

    @Test
    void aCoughDoesNotTakeTheLead() {
        run(4, Map.of("anna", 25, "bela", 127));
        run(0.1, Map.of("anna", 25, "bela", 5));
        run(2, Map.of("anna", 25, "bela", 127));

        assertThat(dominant.dominant()).contains("anna");
        assertThat(changes).doesNotContain("bela");
    }

    @Test
    void whoHasLeftDoesNotLead() {
        run(3, Map.of("anna", 25, "bela", 127));
        dominant.left("anna");
        assertThat(dominant.dominant()).isEmpty();

        run(4, Map.of("bela", 30));
        assertThat(dominant.dominant()).contains("bela");
    }

    @Test
    void noThreadIsStarted() {
        int before = Thread.activeCount();
        run(5, Map.of("anna", 25, "bela", 127));

        assertThat(Thread.activeCount()).isEqualTo(before);
    }

    private void run(double seconds, Map<String, Integer> levels) {
        for (int i = 0; i < seconds * 50; i++) {
            // A voice is not a constant: syllables.
            int dip = i % 12 < 8 ? 0 : 20;
            levels.forEach((who, level) -> dominant.heard(who, Math.min(127, level + dip), now));
            dominant.tick(now);
            now += Pcm.TICK_NANOS;
        }
    }
}

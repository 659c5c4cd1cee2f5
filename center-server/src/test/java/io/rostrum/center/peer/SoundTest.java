package io.rostrum.center.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.audio.Mixer;
import io.rostrum.media.packet.ExtensionIds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SoundTest {
    private static final long MS = 1_000_000;

    private final List<Long> ticks = new ArrayList<>();

    private List<Long> millisOfMixes(long... calls) {
        try (Sound sound = new Sound(_ -> {}, (_, _) -> {}, 0)) {
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

    @Test
    void whoseSoundFailsIsToldAndTheOthersHaveTheirsInTheSameTick() {
        List<String> failed = new ArrayList<>();
        AtomicInteger frames = new AtomicInteger();
        try (Sound sound = new Sound(_ -> {}, (who, why) -> failed.add(who), 0)) {
            hears(
                    "ana",
                    sound,
                    (_, _, _) -> {
                        throw new IllegalStateException("a path that fails");
                    });
            hears("ben", sound, (_, _, _) -> frames.incrementAndGet());
            sound.tick(20 * MS);
            assertThat(failed).containsExactly("ana");
            sound.remove("ana");
            sound.tick(40 * MS);
        }
        assertThat(failed).containsExactly("ana");
        assertThat(frames).hasValue(2);
    }

    private static void hears(String participant, Sound sound, Mixer.Listener listener) {
        ExtensionIds none = new ExtensionIds(0, 0, 0, 0, 0, 0);
        sound.add(participant, new VoiceUp(sound.join(listener), none, 111, new LipSync()));
    }
}

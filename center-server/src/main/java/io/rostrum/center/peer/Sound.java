package io.rostrum.center.peer;

import io.rostrum.media.audio.DominantSpeaker;
import io.rostrum.media.audio.Mixer;
import io.rostrum.media.audio.Pcm;
import io.rostrum.net.Apart;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The sound of one room: its mixer, its rhythm, who is loud and who leads. */
final class Sound implements AutoCloseable {
    /** After such a stop nobody wants to hear what was missed. */
    private static final long LONGEST_CATCH_UP = 500_000_000L;

    private static final int QUIETEST_TOLD = 70;

    private final Mixer mixer = new Mixer();
    private final DominantSpeaker<String> leader;
    private final BiConsumer<String, RuntimeException> failed;
    private final Map<String, VoiceUp> voices = new LinkedHashMap<>();
    private long tickNanos;
    private long nowNanos;

    /**
     * @param changed told who leads
     * @param failed told whose voice failed, between two mixes: he is to be removed
     */
    Sound(Consumer<String> changed, BiConsumer<String, RuntimeException> failed, long nowNanos) {
        leader = new DominantSpeaker<>(changed);
        this.failed = failed;
        tickNanos = nowNanos;
        this.nowNanos = nowNanos;
    }

    Mixer.Participant join(Mixer.@Nullable Listener listener) {
        return mixer.join(listener);
    }

    void add(String participant, VoiceUp voice) {
        voices.put(participant, voice);
    }

    void remove(String participant) {
        voices.remove(participant);
        leader.left(participant);
    }

    /**
     * Mixes as often as it is time for: a late call mixes twice, so nothing drifts. What is left
     * out after a long stop are whole ticks, so that the rhythm stays.
     */
    void tick(long newNow) {
        nowNanos = newNow;
        long missed = (newNow - tickNanos) / Pcm.TICK_NANOS;
        if (missed * Pcm.TICK_NANOS > LONGEST_CATCH_UP) {
            tickNanos += (missed - 1) * Pcm.TICK_NANOS;
        }
        while (newNow - tickNanos >= Pcm.TICK_NANOS) {
            tickNanos += Pcm.TICK_NANOS;
            mixer.tick(tickNanos);
            Apart.each(voices.keySet(), this::onMixed, failed);
            leader.tick(tickNanos);
        }
    }

    private void onMixed(String participant) {
        VoiceUp voice = voices.get(participant);
        if (voice == null) {
            return; // he went meanwhile
        }
        RuntimeException failure = voice.mixed().failure();
        if (failure != null) {
            throw failure;
        }
        voice.onMixed(tickNanos);
        if (voice.mixed().speaking()) {
            leader.heard(participant, voice.mixed().level(), tickNanos);
        }
    }

    /** Gives the mix of everybody to the program; null: no more. */
    void tap(@Nullable SoundTap tap) {
        mixer.program(
                tap == null
                        ? null
                        : (stereo, opus, length, timestamp) ->
                                tap.onSound(tickNanos, stereo, opus, length));
    }

    /** So much of the program's sound is lost on the way to its viewers, in percent. */
    void programLoss(int percent) {
        mixer.programLoss(percent);
    }

    /** Loudness of those who are in the mix and can be heard, dBov. */
    Map<String, Integer> levels() {
        Map<String, Integer> levels = new LinkedHashMap<>();
        voices.forEach((participant, voice) -> {
            int level = voice.mixed().level();
            if (voice.mixed().speaking() && level <= QUIETEST_TOLD) {
                levels.put(participant, -level);
            }
        });
        return levels;
    }

    /** When the last mix was due: the server time of its first sample. */
    long tickNanos() {
        return tickNanos;
    }

    /** RTP timestamp of the last mix. */
    int timestamp() {
        return mixer.timestamp() - Pcm.TICK;
    }

    /** When the last tick was called. */
    long nowNanos() {
        return nowNanos;
    }

    @Override
    public void close() {
        mixer.close();
    }
}

package io.rostrum.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.codec.Tones;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the others hear, decoded, of somebody who is turned down or up. */
class MixerGainTest {
    private static final Offset<Double> HALF_A_DECIBEL = Offset.offset(0.5);

    private final Mixer mixer = new Mixer();
    private final Person anna = new Person(mixer, 1, 331);
    private final Person bela = new Person(mixer, 2, 620);
    private final Person quiet = new Person(mixer, 3, 0);
    private final List<Person> people = List.of(anna, bela, quiet);
    private long now = 1_000_000_000L;

    @BeforeEach
    void begin() {
        quiet.silent = true;
        run(60);
    }

    @AfterEach
    void close() {
        mixer.close();
        people.forEach(Person::close);
    }

    private void run(int ticks) {
        for (int i = 0; i < ticks; i++) {
            people.forEach(person -> person.speak(now - 12_000_000L));
            mixer.tick(now);
            now += Pcm.TICK_NANOS;
        }
    }

    @Test
    void everybodyHearsHimSoManyDecibelsSofterAndHeHearsTheOthersAsBefore() {
        double inMix = quiet.hears(331);
        double toSpeaker = bela.hears(331);
        double ofOther = anna.hears(620);
        anna.seat.amplify(-12);
        run(60);
        assertThat(quiet.hears(331)).isCloseTo(inMix - 12, HALF_A_DECIBEL);
        assertThat(bela.hears(331)).isCloseTo(toSpeaker - 12, HALF_A_DECIBEL);
        assertThat(anna.hears(620)).isCloseTo(ofOther, HALF_A_DECIBEL);
        assertThat(anna.hears(331)).as("himself").isLessThan(-60);
    }

    @Test
    void hisGainIsTheSameUpAndBackAgain() {
        double before = quiet.hears(331);
        anna.seat.amplify(6);
        run(60);
        assertThat(quiet.hears(331)).isCloseTo(before + 6, HALF_A_DECIBEL);
        anna.seat.amplify(0);
        run(60);
        assertThat(quiet.hears(331)).isCloseTo(before, HALF_A_DECIBEL);
    }

    @Test
    void theProgramHearsHimAsTheRoomDoes() {
        anna.seat.amplify(-20);
        run(20);
        float[] pcm = new float[25 * Pcm.TICK];
        int[] ticks = {0};
        mixer.program((stereo, opus, length, timestamp) ->
                System.arraycopy(Tones.left(stereo), 0, pcm, ticks[0]++ * Pcm.TICK, Pcm.TICK));
        run(25);
        mixer.program(null);
        assertThat(Tones.amplitude(pcm, 0, pcm.length, 331)).isBetween(0.018, 0.022);
    }

    @Test
    void whoIsTurnedDownStillCountsAsSpeakingAndAsLoudAsHeComes() {
        int before = anna.seat.level();
        anna.seat.amplify(-20);
        run(60);
        assertThat(anna.seat.speaking()).isTrue();
        assertThat(anna.seat.level()).isEqualTo(before);
    }

    /** A tone of 331 Hz has its own steps; one that jumps from one loudness to another has more. */
    @Test
    void fromOneLoudnessToAnotherNothingClicks() {
        bela.silent = true;
        run(60);
        quiet.forget();
        for (int decibels : List.of(-20, 6, -10, 0, 4, -20)) {
            anna.seat.amplify(decibels);
            run(9);
        }
        float[] heard = quiet.heard();
        double loudest = 0.2 * Math.pow(10, 6 / 20.0);
        double own = 2 * Math.PI * 331 / Tones.RATE;
        double largest = 0;
        for (int i = 2; i < heard.length; i++) {
            largest = Math.max(largest, Math.abs(heard[i] - 2 * heard[i - 1] + heard[i - 2]));
        }
        assertThat(largest).isLessThan(2.5 * loudest * own * own);
    }
}

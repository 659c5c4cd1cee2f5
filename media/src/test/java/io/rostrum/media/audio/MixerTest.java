package io.rostrum.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.codec.OpusPacket;
import io.rostrum.media.codec.Tones;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MixerTest {
    private static final double PRESENT = -20;
    private final Mixer mixer = new Mixer();
    private final List<Person> people = new ArrayList<>();
    private long now = 1_000_000_000L;

    @AfterEach
    void close() {
        mixer.close();
        people.forEach(Person::close);
    }

    @Test
    void eachSpeakerHearsTheOthersAndNotHimself() {
        Person anna = person(440);
        Person bela = person(620);
        Person carl = person(830);
        run(100);

        for (Person listener : people) {
            for (Person speaker : List.of(anna, bela, carl)) {
                if (listener == speaker) {
                    assertThat(listener.hears(speaker.frequency)).isLessThan(PRESENT - 40);
                } else {
                    assertThat(listener.hears(speaker.frequency)).isGreaterThan(PRESENT);
                }
            }
        }
    }

    @Test
    void whoFailsIsLeftOutAndTheOthersHaveTheirSoundInTheSameTick() {
        Person anna = person(440);
        RuntimeException fault = new IllegalStateException("a path that fails");
        Mixer.Participant broken =
                mixer.join((opus, length, timestamp) -> {
                    throw fault;
                });
        Person bela = person(620);
        run(100);

        assertThat(broken.failure()).isSameAs(fault);
        assertThat(anna.seat.failure()).isNull();
        assertThat(bela.hears(440)).isGreaterThan(PRESENT);
        assertThat(anna.hears(620)).isGreaterThan(PRESENT);
    }

    @Test
    void aSpeakerWithoutLevelsIsMeasured() {
        Person anna = person(440);
        Person bela = person(620);
        anna.sendsLevels = false;
        bela.sendsLevels = false;
        bela.silent = true;
        run(100);

        assertThat(anna.seat.speaking()).isTrue();
        assertThat(bela.seat.speaking()).isFalse();
        assertThat(bela.hears(440)).isGreaterThan(PRESENT);
        assertThat(anna.hears(440)).isLessThan(PRESENT - 40);
        assertThat(anna.seat.level()).isBetween(14, 20);
        assertThat(bela.seat.level()).isGreaterThan(80);
    }

    @Test
    void whoSendsNoLevelsIsHeardFromTheTickInWhichHisWordBegins() {
        Person anna = person(440);
        anna.sendsLevels = false;
        anna.silent = true;
        run(60);
        anna.silent = false;
        run(1);

        assertThat(anna.seat.speaking()).isTrue();
    }

    @Test
    void silentListenersHearAllAndShareTheFrames() {
        Person anna = person(440);
        Person bela = person(620);
        Person quiet = person(0);
        Person other = person(0);
        quiet.silent = true;
        other.silent = true;
        run(100);

        assertThat(quiet.hears(anna.frequency)).isGreaterThan(PRESENT);
        assertThat(quiet.hears(bela.frequency)).isGreaterThan(PRESENT);
        assertThat(other.heard()).isEqualTo(quiet.heard());
        assertThat(quiet.seat.speaking()).isFalse();
    }

    @Test
    void theProgramHearsAllAsPcmAndAsOpus() {
        person(440);
        person(620);
        float[] pcm = new float[50 * Pcm.TICK];
        int[] ticks = {0};
        run(50);
        mixer.program((stereo, opus, length, timestamp) -> {
            assertThat(length).isPositive();
            assertThat(timestamp).isEqualTo((50 + ticks[0]) * Pcm.TICK);
            System.arraycopy(Tones.left(stereo), 0, pcm, ticks[0]++ * Pcm.TICK, Pcm.TICK);
        });
        run(50);
        mixer.program(null);
        run(5);

        assertThat(ticks[0]).isEqualTo(50);
        assertThat(Tones.amplitude(pcm, 0, pcm.length, 440)).isBetween(0.18, 0.22);
        assertThat(Tones.amplitude(pcm, 0, pcm.length, 620)).isBetween(0.18, 0.22);
    }

    @Test
    void theMutedAreNotHeardWhateverTheySend() {
        Person anna = person(440);
        Person bela = person(620);
        run(50);
        anna.seat.mute(true);
        run(60);
        assertThat(bela.hears(440)).isLessThan(PRESENT - 40);
        assertThat(anna.hears(620)).isGreaterThan(PRESENT);
        assertThat(anna.seat.level()).isEqualTo(127);

        anna.seat.mute(false);
        run(60);
        assertThat(bela.hears(440)).isGreaterThan(PRESENT);
    }

    @Test
    void nobodyHearsWhoHasLeft() {
        Person anna = person(440);
        Person bela = person(620);
        run(50);
        anna.seat.leave();
        anna.seat.leave();
        people.remove(anna);
        anna.close();
        run(60);

        assertThat(bela.hears(440)).isLessThan(PRESENT - 40);
    }

    /**
     * Every change of streams is one of a smooth tone: no step may be larger than the tone's own.
     */
    @Test
    void changingBetweenMixesMakesNoClick() {
        Person anna = person(331);
        person(217);
        Person quiet = person(0);
        quiet.silent = true;
        run(40);
        people.forEach(Person::forget);
        for (int i = 0; i < 8; i++) {
            anna.silent = i % 2 == 0;
            run(45 + 7 * i);
        }
        // Both tones at once, plus what 10 ms of fade adds; a click would be several times that.
        double own = 2 * Math.PI * (331 + 217) / Tones.RATE * 0.2;
        for (Person listener : people) {
            assertThat(largestBend(listener.heard()))
                    .as("second difference heard by " + listener.frequency)
                    .isLessThan(0.003);
            assertThat(largestStep(listener.heard())).isLessThan(1.5 * own);
        }
        assertThat(quickestDip(anna.heard())).as("the other never dips").isGreaterThan(0.15);
    }

    @Test
    void twentyLoudVoicesStayBelowFullScale() {
        for (int i = 0; i < 20; i++) {
            person(200 + 37 * i).amplitude = 0.9;
        }
        float[] peak = {0};
        mixer.program((stereo, opus, length, timestamp) -> {
            for (float sample : stereo) {
                peak[0] = Math.max(peak[0], Math.abs(sample));
            }
        });
        run(60);

        assertThat(peak[0]).isBetween(0.5f, 0.99f);
    }

    @Test
    void ofAHundredNoisyMicrophonesTwelveAreMixedAndAVoiceIsHeardAboveThem() {
        for (int i = 0; i < 100; i++) {
            person(200 + 5 * i).amplitude = 0.004;
        }
        run(30);
        assertThat(people.stream().filter(person -> person.seat.speaking())).hasSize(Mixer.VOICES);

        Person anna = people.getLast();
        anna.amplitude = 0.2;
        run(60);

        assertThat(anna.seat.speaking()).isTrue();
        assertThat(people.getFirst().hears(anna.frequency)).isGreaterThan(PRESENT);
        assertThat(people.stream().filter(person -> person.seat.speaking())).hasSize(Mixer.VOICES);
    }

    @Test
    void whoLosesPacketsIsSentCopiesAndNobodyElseIs() {
        Person anna = person(440);
        Person bela = person(620);
        run(20);
        anna.seat.onLoss(0.1, now);
        run(20);

        assertThat(anna.copies).isPositive();
        assertThat(bela.copies).isZero();
    }

    @Test
    void theProgramCarriesCopiesOnlyWhileItsViewersLoseSomething() {
        Person ana = new Person(mixer, 1, 300);
        int[] copies = new int[1];
        people.add(ana);
        mixer.program((stereo, opus, length, timestamp) ->
                copies[0] += OpusPacket.carriesPrevious(opus, 0, length) ? 1 : 0);
        run(50);
        assertThat(copies[0]).isZero();

        mixer.programLoss(5);
        run(50);
        assertThat(copies[0]).isGreaterThan(15);

        mixer.programLoss(0);
        run(2);
        copies[0] = 0;
        run(50);
        assertThat(copies[0]).isZero();
    }

    @Test
    void aRoomOfMonoMicrophonesIsCodedInMono() {
        people.add(new Person(mixer, 1, 300));
        people.add(new Person(mixer, 2, 500));
        int[] channels = new int[3];
        mixer.program((stereo, opus, length, timestamp) ->
                channels[OpusPacket.channels(opus, 0, length)]++);
        run(60);
        channels[1] = 0;
        channels[2] = 0;
        run(50);
        assertThat(channels).containsExactly(0, 50, 0);
    }

    @Test
    void theWayThroughAddsLessThanFortyMilliseconds() {
        Person anna = person(440);
        person(620);
        run(250);

        assertThat(anna.seat.jitter().delayMillis()).isBetween(0.0, 25.0);
        assertThat(anna.seat.jitter().counters().concealedTicks()).isZero();
    }

    private static double largestStep(float[] mono) {
        double largest = 0;
        for (int i = 1; i < mono.length; i++) {
            largest = Math.max(largest, Math.abs(mono[i] - mono[i - 1]));
        }
        return largest;
    }

    private static double largestBend(float[] mono) {
        double largest = 0;
        for (int i = 2; i < mono.length; i++) {
            largest = Math.max(largest, Math.abs(mono[i] - 2 * mono[i - 1] + mono[i - 2]));
        }
        return largest;
    }

    /** The weakest stretch of 15 ms of a tone. */
    private static double quickestDip(float[] mono) {
        double weakest = Double.MAX_VALUE;
        for (int i = 0; i + 720 < mono.length; i += 120) {
            float[] part = Arrays.copyOfRange(mono, i, i + 720);
            weakest = Math.min(weakest, Tones.rms(part, 0, 720) * Math.sqrt(2));
        }
        return weakest;
    }

    private Person person(double frequency) {
        Person person = new Person(mixer, people.size() + 1, frequency);
        people.add(person);
        return person;
    }

    private void run(int ticks) {
        for (int i = 0; i < ticks; i++) {
            int phase = 0;
            for (Person person : people) {
                person.speak(now - 12_000_000L + 700_000L * (phase++ % 10));
            }
            mixer.tick(now);
            now += Pcm.TICK_NANOS;
        }
    }
}

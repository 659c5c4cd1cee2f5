package io.rostrum.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoudestTest {
    private final Loudest loudest = new Loudest(3);
    private final List<Talker> people = new ArrayList<>();

    @Test
    void everybodyIsInWhereThereIsRoom() {
        Talker anna = talker(20);
        Talker bela = talker(80);
        Talker quiet = talker(90);
        quiet.wants = false;

        loudest.choose(people);

        assertThat(anna.in).isTrue();
        assertThat(bela.in).isTrue();
        assertThat(quiet.in).isFalse();
    }

    @Test
    void theLoudestAreInWhereThereIsNot() {
        Talker noise = talker(65);
        Talker anna = talker(100);
        Talker bela = talker(105);
        Talker carl = talker(95);

        loudest.choose(people);

        assertThat(in()).containsExactlyInAnyOrder(anna, bela, carl);
        assertThat(noise.in).isFalse();
    }

    @Test
    void aVoiceTakesThePlaceOfNoiseAtOnce() {
        Talker noise = talker(65);
        talker(66);
        talker(67);
        loudest.choose(people);
        Talker anna = talker(100);

        loudest.choose(people);

        assertThat(anna.in).isTrue();
        assertThat(noise.in).isFalse();
        assertThat(in()).hasSize(3);
    }

    @Test
    void nobodyIsCutInAWordBySomebodyALittleLouder() {
        Talker weakest = talker(98);
        talker(100);
        talker(101);
        loudest.choose(people);
        Talker newcomer = talker(105);

        loudest.choose(people);
        assertThat(weakest.in).isTrue();
        assertThat(newcomer.in).isFalse();

        weakest.breathes = true;
        loudest.choose(people);
        assertThat(weakest.in).isFalse();
        assertThat(newcomer.in).isTrue();
    }

    @Test
    void equalsDoNotTakeTurnsByChance() {
        for (int i = 0; i < 6; i++) {
            talker(100).breathes = true;
        }
        loudest.choose(people);
        List<Talker> first = in();

        for (int i = 0; i < 50; i++) {
            people.forEach(talker -> talker.loudness = 99 + (talker.hashCode() & 1));
            loudest.choose(people);
        }

        assertThat(in()).isEqualTo(first);
    }

    @Test
    void whoFallsSilentMakesRoom() {
        Talker anna = talker(100);
        talker(100);
        talker(100);
        loudest.choose(people);
        Talker dora = talker(70);
        loudest.choose(people);
        assertThat(dora.in).isFalse();

        anna.wants = false;
        loudest.choose(people);

        assertThat(anna.in).isFalse();
        assertThat(dora.in).isTrue();
    }

    private List<Talker> in() {
        return people.stream().filter(talker -> talker.in).toList();
    }

    private Talker talker(float loudness) {
        Talker talker = new Talker(loudness);
        people.add(talker);
        return talker;
    }

    private static final class Talker implements Loudest.Voice {
        private float loudness;
        private boolean wants = true;
        private boolean breathes;
        private boolean in;

        Talker(float loudness) {
            this.loudness = loudness;
        }

        @Override
        public boolean wants() {
            return wants;
        }

        @Override
        public float loudness() {
            return loudness;
        }

        @Override
        public boolean breathes() {
            return breathes;
        }

        @Override
        public boolean admitted() {
            return in;
        }

        @Override
        public void admit(boolean admitted) {
            in = admitted;
        }
    }
}

package io.rostrum.load.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.load.peer.Persona;
import io.rostrum.load.scene.Microphone;
import io.rostrum.media.codec.Picture;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnsembleTest {
    private static final long ROUND = Turns.ROUND * 1_000_000L;

    private final List<Persona> people = Ensemble.people();

    @Test
    void oneSpeaksAtATimeInTheOrderOfTheTurns() {
        for (int second = 0; second < Turns.ROUND; second++) {
            int speaker = Turns.speaker(second * 1_000_000L);
            for (int person = 0; person < people.size(); person++) {
                if (person != speaker) {
                    assertThat(power(people.get(person), second)).isZero();
                }
            }
            if (second % Turns.SECONDS == 2) {
                assertThat(power(people.get(speaker), second)).isGreaterThan(0.01);
            }
        }
    }

    @Test
    void soundAndPictureComeAgainEveryRound() {
        for (Persona person : people) {
            assertThat(power(person, 1)).isEqualTo(power(person, 1 + Turns.ROUND));
            byte[] again = shoot(person, 7_240_000 + ROUND);
            assertThat(Arrays.equals(shoot(person, 7_240_000), again)).isTrue();
        }
    }

    @Test
    void whatMovesIsDrawnAsIfEverythingHadBeen() {
        for (Persona person : people) {
            Picture moving = Picture.of(Presenter.WIDTH, Presenter.HEIGHT);
            person.camera().shoot(moving, 1_000_000);
            person.camera().shoot(moving, 2_480_000);
            assertThat(Arrays.equals(moving.bytes(), shoot(person, 2_480_000))).isTrue();
        }
    }

    @Test
    void writesLettersWithoutAFontOfTheSystem() {
        assertThat(Type.text("Ana", 0, 100, 46).getBounds2D().getWidth()).isBetween(60.0, 120.0);
        assertThat(Type.width("Chen", 46)).isGreaterThan(Type.width("Ana", 46));
    }

    private static byte[] shoot(Persona person, long micros) {
        Picture picture = Picture.of(Presenter.WIDTH, Presenter.HEIGHT);
        person.camera().shoot(picture, micros);
        return picture.bytes();
    }

    private static double power(Persona person, int second) {
        float[] samples = new float[Microphone.FRAME];
        double power = 0;
        for (int i = 0; i < 50; i++) {
            long from = (long) second * Microphone.RATE + i * (long) Microphone.FRAME;
            person.microphone().record(samples, from);
            for (float sample : samples) {
                power += sample * sample;
            }
        }
        return Math.sqrt(power / Microphone.RATE);
    }
}

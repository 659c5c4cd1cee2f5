package io.rostrum.load.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.codec.Picture;
import org.junit.jupiter.api.Test;

class SceneTest {
    private static final Tint RED = Tint.rgb(220, 30, 30);

    @Test
    void aPortraitHasItsPersonsColourAndNeverStandsStill() {
        Portrait portrait = new Portrait("Ana", RED);
        Picture first = Picture.of(640, 360);
        Picture later = Picture.of(640, 360);

        portrait.shoot(first, 1_000_000);
        portrait.shoot(later, 1_040_000);

        assertThat(first.v(200, 300)).isEqualTo(RED.v());
        assertThat(first.bytes()).isNotEqualTo(later.bytes());
    }

    @Test
    void aNameStandsInWhiteLettersOnAShadedBand() {
        Picture picture = Picture.of(640, 360);
        new Portrait("I", RED).shoot(picture, 0);

        // scale 4: the stem of the letter is two dots right of its left edge
        assertThat(picture.y(16 + 2 * 4 + 1, 360 - 12 - 44 + 8 + 12)).isEqualTo(235);
        assertThat(picture.y(16 + 4 * 4 + 1, 360 - 12 - 44 + 8 + 12)).isLessThan(80);
    }

    @Test
    void tinyAndPortraitPicturesHoldWhatFits() {
        for (Picture picture : new Picture[] {Picture.of(160, 90), Picture.of(90, 160)}) {
            new Portrait("A very long name that cannot fit", RED).shoot(picture, 5_000_000);
            assertThat(picture.v(45, 45)).isBetween(100, 240);
        }
    }

    @Test
    void flashAndBeepBeginInTheSameMicrosecond() {
        FlashAndBeep scene = new FlashAndBeep(1_000_000, 100_000);
        Picture picture = Picture.of(64, 36);
        float[] sound = new float[Microphone.FRAME];
        long second = 1_795_000_000L;

        scene.shoot(picture, second * 1_000_000 - 1);
        scene.record(sound, second * Microphone.RATE - 480);
        assertThat(picture.y(1, 1)).isEqualTo(40);
        assertThat(sound[479]).isZero();
        assertThat(sound[480 + 12]).isGreaterThan(0.39f);

        scene.shoot(picture, second * 1_000_000);
        assertThat(picture.y(1, 1)).isEqualTo(235);
    }

    @Test
    void aVoiceThatListensIsSilent() {
        Voice voice = new Voice(220);
        float[] sound = new float[Microphone.FRAME];
        voice.record(sound, 6000);
        assertThat(sound).isNotEqualTo(new float[Microphone.FRAME]);

        voice.speak(false);
        voice.record(sound, 6000);
        assertThat(sound).containsOnly(0);
    }
}

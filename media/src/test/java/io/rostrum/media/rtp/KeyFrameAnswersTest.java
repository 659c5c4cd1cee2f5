package io.rostrum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyFrameAnswersTest {
    private static final long MS = 1_000_000L;

    private final KeyFrameAnswers answers = new KeyFrameAnswers();
    private long now;

    private void pictures(int count, long apartMillis) {
        for (int i = 0; i < count; i++) {
            now += apartMillis * MS;
            answers.onPicture(now);
        }
    }

    @Test
    void whoSendsPicturesButNoKeyFrameWhenAskedDoesNotListen() {
        answers.onKeyFrame(now);
        pictures(20, 50);
        answers.onWanted(now);
        pictures(20, 50);
        assertThat(answers.isSilent()).isFalse();
        pictures(20, 50);
        assertThat(answers.isSilent()).isTrue();
        pictures(140, 50);
        answers.onKeyFrame(now);
        assertThat(answers.isSilent()).isTrue();
        assertThat(answers.interval()).isEqualTo(10_000 * MS);
    }

    @Test
    void whoIsOnlyStillIsNotBlamed() {
        answers.onWanted(now);
        pictures(3, 1000);
        answers.onKeyFrame(now);
        assertThat(answers.isSilent()).isFalse();
    }

    @Test
    void oneKeyFrameInTimeMayBeChanceTwoAreAnswers() {
        answers.onWanted(now);
        pictures(40, 50);
        answers.onKeyFrame(now);
        answers.onWanted(now);
        pictures(2, 50);
        answers.onKeyFrame(now);
        assertThat(answers.isSilent()).isTrue();
        answers.onWanted(now);
        pictures(2, 50);
        answers.onKeyFrame(now);
        assertThat(answers.isSilent()).isFalse();
    }
}

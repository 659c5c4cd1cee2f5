package io.rostrum.load.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.codec.CodedPicture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatingTest {
    private static final int RATE = 25;
    private static final int ROUND = 3;

    private final List<Long> shot = new ArrayList<>();
    private final Reel reel = new Reel(ROUND);
    private final Repeating film = new Repeating(reel, RATE, new Camera());

    @Test
    void encodesEachSecondOfARoundOnce() {
        List<CodedPicture> first = play(0, ROUND * RATE);
        List<CodedPicture> second = play(ROUND * RATE, ROUND * RATE);

        assertThat(shot).hasSize(ROUND * RATE);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void beginsEverySecondWithAKeyFrame() {
        List<CodedPicture> round = play(0, ROUND * RATE);

        for (int beat = 0; beat < round.size(); beat++) {
            assertThat(round.get(beat).keyFrame()).isEqualTo(beat % RATE == 0);
        }
    }

    @Test
    void whoPlaysTheSamePersonLaterEncodesNothing() {
        List<CodedPicture> first = play(0, ROUND * RATE);
        shot.clear();

        Repeating other = new Repeating(reel, RATE, new Camera());

        assertThat(other.at(7, true)).isSameAs(first.get(7));
        assertThat(shot).isEmpty();
    }

    @Test
    void doesNotKeepASecondOfWhichABeatWasMissed() {
        play(0, 10);
        play(11, RATE - 11);
        shot.clear();

        play(ROUND * RATE, RATE);

        assertThat(shot).hasSize(RATE);
    }

    @Test
    void doesNotKeepASecondThatItBeganInTheMiddle() {
        play(5, RATE - 5);
        shot.clear();

        play(ROUND * RATE, RATE);

        assertThat(shot).hasSize(RATE);
    }

    private List<CodedPicture> play(long from, int beats) {
        List<CodedPicture> seen = new ArrayList<>();
        for (long beat = from; beat < from + beats; beat++) {
            seen.add(film.at(beat, false));
        }
        return seen;
    }

    private final class Camera implements Film {
        @Override
        public CodedPicture at(long beat, boolean keyFrameWanted) {
            shot.add(beat);
            return new CodedPicture(beat, keyFrameWanted, new byte[] {(byte) beat});
        }

        @Override
        public void close() {}
    }
}

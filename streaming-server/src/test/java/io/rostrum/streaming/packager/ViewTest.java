package io.rostrum.streaming.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViewTest {
    private static final long WINDOW = 60 * 90_000L;

    /** Segment 1 has so many parts, and is open. */
    private static View open(int parts) {
        View view = View.empty(Instant.EPOCH, 1);
        for (int index : IntStream.range(0, parts).toArray()) {
            view =
                    view.with(
                            new Part(1, index, index * 18_000L, 18_000, true, new byte[0]), WINDOW);
        }
        return view;
    }

    @Test
    void aPartIsWaitedForThatIsThreeSecondsBehindTheLastOneAtMost() {
        assertThat(open(4).far(1, 3 + 13)).isFalse();
        assertThat(open(4).far(1, 3 + 14)).isTrue();
        assertThat(open(0).far(1, 12)).isFalse();
        assertThat(open(0).far(1, 13)).isTrue();
    }

    @Test
    void theSameHoldsInSegmentsToCome() {
        assertThat(open(4).far(2, 13)).isFalse();
        assertThat(open(4).far(2, 14)).isTrue();
        assertThat(open(4).far(3, 999_999_999)).isTrue();
    }

    @Test
    void behindAClosedSegmentTheNextOneIsMeant() {
        View view = open(4).closed(1);
        assertThat(view.far(1, 500)).isFalse();
        assertThat(view.reached(1, 500)).isFalse();
    }

    @Test
    void aProgramThatHasEndedIsAnsweredWhateverIsAskedFor() {
        assertThat(open(4).over().far(1, 500)).isFalse();
    }

    @Test
    void timeZeroMayBeToldUntilSomethingIsPublished() {
        assertThat(open(1).begins(Instant.MAX).startedAt()).isEqualTo(Instant.MAX);
        View view = open(1);
        assertThat(view.begins(Instant.MAX).segments()).isEqualTo(view.segments());
    }
}

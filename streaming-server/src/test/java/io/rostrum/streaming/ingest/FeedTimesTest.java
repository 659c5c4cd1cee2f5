package io.rostrum.streaming.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import org.junit.jupiter.api.Test;

class FeedTimesTest {
    private static final long SECOND = 1_000_000_000L;

    private final FeedTimes times = new FeedTimes(0, 5 * SECOND, 5 * SECOND);

    private static Sample picture(long seconds) {
        return new Sample(FeedTracks.VIDEO, seconds * 90_000, 3000, true, new byte[1]);
    }

    private boolean taken(Sample sample, long nowSeconds) {
        return times.fault(sample, (5 + nowSeconds) * SECOND) == null && times.advances(sample);
    }

    @Test
    void aTimeLeapsByTenSecondsAtMost() {
        assertThat(taken(picture(10), 0)).isTrue();
        assertThat(taken(picture(21), 0)).isFalse();
        assertThat(taken(picture(20), 0)).isTrue();
    }

    @Test
    void aFeedThatWasAwayMayLeapByThatMuchMore() {
        assertThat(taken(picture(1), 1)).isTrue();
        assertThat(taken(picture(72), 61)).isFalse();
        assertThat(taken(picture(71), 61)).isTrue();
        assertThat(taken(picture(82), 61)).isFalse();
    }

    @Test
    void theFirstTimeIsNearZero() {
        assertThat(taken(picture(21_928), 2)).isFalse();
        assertThat(taken(new Sample(FeedTracks.AAC, 480_001, 1024, true, new byte[1]), 0))
                .isFalse();
        assertThat(taken(new Sample(FeedTracks.OPUS, 480_000, 960, true, new byte[1]), 0)).isTrue();
    }

    @Test
    void aSampleLastsForTenSecondsAtMost() {
        assertThat(taken(new Sample(FeedTracks.VIDEO, 0, 900_001, true, new byte[1]), 2)).isFalse();
        assertThat(taken(new Sample(FeedTracks.VIDEO, 0, 900_000, true, new byte[1]), 2)).isTrue();
    }

    @Test
    void stepByStepAFeedComesNoFurtherThanFiveMinutesAheadOfTheClock() {
        long reached = 0;
        while (taken(picture(reached + 9), 60)) {
            reached += 9;
        }
        assertThat(reached).isBetween(60 + 300 - 10L, 60 + 300L);
    }

    @Test
    void aProgramThatIsOlderThanItsSessionHereIsNotAheadOfTheClock() {
        FeedTimes older = new FeedTimes(3600 * SECOND, 5 * SECOND, 5 * SECOND);
        for (long second = 0; second < 3600; second += 9) {
            Sample next = picture(second);
            assertThat(older.fault(next, 6 * SECOND)).isNull();
            assertThat(older.advances(next)).isTrue();
        }
    }
}

package io.rostrum.protocol.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFailureTest {
    @ParameterizedTest
    @EnumSource
    void everyProblemOfTheDoorPassesOrDoesNot(FeedProblem problem) {
        Optional<FeedFailure> failure = FeedFailure.of(problem.status(), Optional.of(problem));
        switch (problem) {
            case BAD_FEED_KEY -> assertThat(failure).contains(FeedFailure.BAD_KEY);
            case CHANNEL_ON_AIR -> assertThat(failure).contains(FeedFailure.CHANNEL_ON_AIR);
            case UNKNOWN_SESSION, SEGMENT_TIMEOUT, OUT_OF_ORDER, STORAGE_FULL ->
                    assertThat(failure).isEmpty();
            case BAD_ID, BAD_REQUEST, BAD_SEGMENT, OTHER_INIT, SESSION_ENDED, SEGMENT_TOO_LARGE ->
                    assertThat(failure).contains(FeedFailure.REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 408, 409, 425, 429, 500, 502, 503, 504, 507})
    void whatAProxySaysInItsOwnTroublesPasses(int status) {
        assertThat(FeedFailure.of(status, Optional.empty())).isEmpty();
    }

    @Test
    void whatIsUnknownIsNotRepeated() {
        assertThat(FeedFailure.of(400, Optional.empty())).contains(FeedFailure.REFUSED);
        assertThat(FeedFailure.of(301, Optional.empty())).contains(FeedFailure.REFUSED);
        assertThat(FeedFailure.of(401, Optional.empty())).contains(FeedFailure.BAD_KEY);
    }
}

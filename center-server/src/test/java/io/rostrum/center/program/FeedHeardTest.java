package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.program.ProgramState.Phase;
import io.rostrum.protocol.feed.FeedLimits;
import io.rostrum.testing.Eventually;
import org.junit.jupiter.api.Test;

/** What is told besides the segments, and those who hear of it. */
class FeedHeardTest extends FeedRig {
    @Test
    void whoFailsToHearOfItStopsNoProgram() throws Exception {
        deaf = true;
        feed();
        produce(2, 1000);
        next(1);
        becomes(Phase.ON);
        produce(5, 1000);
        endsComplete();
    }

    @Test
    void norDoesWhoFailsToHearOfALoss() throws Exception {
        deaf = true;
        door.loss = number -> 7;
        feed();
        produce(1, 1000);
        endsComplete();
        assertThat(losses).containsExactly(7);
        assertThat(door.calls)
                .as("nothing is begun anew for him")
                .containsOnlyOnce("POST /feed/room", "PUT /feed/room/session/segments/0");
    }

    @Test
    void aNameIsNotCutInTheMiddleOfALetter() throws Exception {
        String fits = "a".repeat(FeedLimits.DEFAULT.titleLength() - 1);
        feed();
        sender.took(fits + "\uD83C\uDF89", 0);
        produce(1, 1000);
        Eventually.holds("told", BOUND, () -> !door.news.isEmpty());
        assertThat(door.news.getFirst().getString("picture")).isEqualTo(fits);
        endsComplete();
    }

    @Test
    void whatViewersLoseComesWithTheAcknowledgements() {
        feed();
        int[] told = {0, 0, 7, 7, 1000, 0};
        door.loss = number -> told[(int) number];
        produce(told.length, 100);
        sender.end(BOUND);
        becomes(Phase.OFF);
        assertThat(losses).containsExactly(7, 100, 0);
    }

    @Test
    void aServerThatDoesNotKnowWhatViewersLoseIsTakenForOneWithSomeLoss() {
        feed();
        door.loss = number -> null;
        produce(2, 100);
        sender.end(BOUND);
        becomes(Phase.OFF);
        assertThat(losses).containsExactly(5);
    }
}

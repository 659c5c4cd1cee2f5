package io.rostrum.streaming.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TriesTest {
    private final Tries tries = new Tries();

    @Test
    void fiveAtOnceThenOneInTwelveSeconds() {
        for (int i = 0; i < 5; i++) {
            assertThat(tries.take("a", 0)).isZero();
        }
        long wait = tries.take("a", 0);
        assertThat(wait).isBetween(12L, 13L);
        assertThat(tries.take("b", 0)).as("somebody else").isZero();
        assertThat(tries.take("a", Duration.ofSeconds(wait).toNanos())).isZero();
        assertThat(tries.take("a", Duration.ofSeconds(wait).toNanos())).isPositive();
    }

    @Test
    void whatWasRightDoesNotCount() {
        for (int i = 0; i < 100; i++) {
            assertThat(tries.take("a", 0)).isZero();
            tries.giveBack("a");
        }
    }
}

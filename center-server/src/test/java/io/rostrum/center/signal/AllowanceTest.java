package io.rostrum.center.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.testing.FakeClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private final FakeClock clock = new FakeClock();
    private final Allowance allowance = new Allowance(2, 3, 0);

    @Test
    void allowsABurstAndThenNoMore() {
        assertBurst();
    }

    private void assertBurst() {
        for (int i = 0; i < 3; i++) {
            assertThat(allowance.take(clock.nanos())).isTrue();
        }
        assertThat(allowance.take(clock.nanos())).isFalse();
    }

    @Test
    void allowsAgainAfterAWhileButNeverMoreThanABurst() {
        assertBurst();
        clock.advance(Duration.ofMillis(500));
        assertThat(allowance.take(clock.nanos())).isTrue();
        assertThat(allowance.take(clock.nanos())).isFalse();
        clock.advance(Duration.ofHours(1));
        assertBurst();
    }
}

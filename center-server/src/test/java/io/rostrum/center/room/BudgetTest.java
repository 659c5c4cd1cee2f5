package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Budget budget = new Budget(3, 0.5);

    @Test
    void soMuchAtOnceAndThenItSaysHowLongToWait() {
        for (int i = 0; i < 3; i++) {
            assertThat(budget.spend(1, 7)).isZero();
        }
        assertThat(budget.spend(1, 7)).isEqualTo(2);
        assertThat(budget.spend(3, 7)).isEqualTo(6);
        assertThat(budget.spend(1, 7 + SECOND)).isEqualTo(1);
        assertThat(budget.spend(1, 7 + 2 * SECOND)).isZero();
    }

    @Test
    void whatIsRefusedCostsNothingAndRestFillsNoMoreThanAll() {
        assertThat(budget.spend(2.5, 0)).isZero();
        for (int i = 0; i < 100; i++) {
            assertThat(budget.spend(1, 0)).isEqualTo(1);
        }
        long later = 1000 * SECOND;
        assertThat(budget.spend(3, later)).isZero();
        assertThat(budget.spend(0.5, later)).isEqualTo(1);
    }
}

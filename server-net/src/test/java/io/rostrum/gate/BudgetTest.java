package io.rostrum.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.testing.FakeClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Network SCHOOL = new Network("192.0.2.7");
    private static final Network NEIGHBOUR = new Network("192.0.2.8");

    private final FakeClock clock = new FakeClock();
    private final Budget budget = new Budget(Prices.perMinute(Prices.ROOMS, Prices.ENTRIES));

    private long spend(Network who, Dear what) {
        return budget.spend(who, what, clock.nanos());
    }

    private int granted(Network who, Dear what, int tries) {
        int granted = 0;
        for (int i = 0; i < tries; i++) {
            granted += spend(who, what) == 0 ? 1 : 0;
        }
        return granted;
    }

    @Test
    void aSchoolClassBehindOneAddressComesInWithinAMinuteAndOnceMore() {
        assertThat(granted(SCHOOL, Dear.ENTRY, 60)).isEqualTo(60);
        assertThat(granted(SCHOOL, Dear.SOCKET, 60)).isEqualTo(60);
        assertThat(granted(SCHOOL, Dear.ENTRY, 60)).isEqualTo(60);
    }

    @Test
    void whoAsksForMoreIsToldWhenThereIsMore() {
        assertThat(granted(SCHOOL, Dear.ROOM, 100)).isEqualTo(60);
        long wait = spend(SCHOOL, Dear.ROOM);
        assertThat(wait).isEqualTo(1);
        clock.advance(Duration.ofSeconds(wait));
        assertThat(spend(SCHOOL, Dear.ROOM)).isZero();
        assertThat(spend(SCHOOL, Dear.ROOM)).isEqualTo(1);
    }

    @Test
    void nobodyPaysForHisNeighbour() {
        assertThat(granted(SCHOOL, Dear.ENTRY, 200)).isEqualTo(120);
        assertThat(spend(NEIGHBOUR, Dear.ENTRY)).isZero();
    }

    @Test
    void whoTriesPasswordsTakesTheWayInFromNobodyBesideHim() {
        assertThat(granted(SCHOOL, Dear.PASSWORD, 100)).isEqualTo(5);
        assertThat(spend(SCHOOL, Dear.PASSWORD)).isEqualTo(12);
        assertThat(spend(SCHOOL, Dear.ENTRY)).isZero();
    }

    @Test
    void whatIsGivenBackCanBeSpentAgain() {
        for (int i = 0; i < 50; i++) {
            assertThat(spend(SCHOOL, Dear.PASSWORD)).isZero();
            budget.giveBack(SCHOOL, Dear.PASSWORD);
        }
    }

    @Test
    void whatIsGivenBackTwiceIsNoCredit() {
        assertThat(spend(SCHOOL, Dear.PASSWORD)).isZero();
        budget.giveBack(SCHOOL, Dear.PASSWORD);
        budget.giveBack(SCHOOL, Dear.PASSWORD);
        assertThat(granted(SCHOOL, Dear.PASSWORD, 10)).isEqualTo(5);
    }

    @Test
    void anHourOfSilenceSavesNothingUp() {
        assertThat(spend(SCHOOL, Dear.ROOM)).isZero();
        clock.advance(Duration.ofHours(1));
        assertThat(granted(SCHOOL, Dear.ROOM, 200)).isEqualTo(60);
    }

    @Test
    void itRemembersNoMoreThanItHasMemoryFor() {
        for (int i = 0; i < 2 * Budget.MOST_ADDRESSES; i++) {
            assertThat(spend(new Network("n" + i), Dear.ENTRY)).isZero();
        }
        assertThat(budget.size()).isEqualTo(Budget.MOST_ADDRESSES);
    }

    @Test
    void whoKeepsAskingIsNotForgottenAmongStrangers() {
        assertThat(granted(SCHOOL, Dear.PASSWORD, 5)).isEqualTo(5);
        for (int i = 0; i < 2 * Budget.MOST_ADDRESSES; i++) {
            var _ = spend(new Network("n" + i), Dear.ENTRY);
            if (i % 1000 == 0) {
                assertThat(spend(SCHOOL, Dear.PASSWORD)).isPositive();
            }
        }
    }
}

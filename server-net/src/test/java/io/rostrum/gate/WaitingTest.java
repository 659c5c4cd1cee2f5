package io.rostrum.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final int EACH = 120;
    private static final int ALL = 1000;

    private final Waiting waiting = new Waiting(EACH, ALL);
    private final List<String> away = new ArrayList<>();

    private Waiting.Place take(String who) {
        return waiting.take(new Network(who), () -> away.add(who));
    }

    private static String eve(int number) {
        return "192.0.2." + number;
    }

    /** Nine addresses with all that each may have. */
    private void fill() {
        for (int i = 0; i < 9 * EACH; i++) {
            var _ = take(eve(i % 9));
        }
        assertThat(waiting.taken()).isEqualTo(ALL);
    }

    @Test
    void manyAddressesTogetherKeepNobodyOut() {
        fill();
        away.clear();
        for (int i = 0; i < 100; i++) {
            Waiting.Place place = take("198.51.100." + i);
            assertThat(place).isNotNull();
            assertThat(place.leave()).as("he is in before anybody takes it").isTrue();
        }
        assertThat(away).allMatch(who -> who.startsWith("192.0.2."));
        assertThat(waiting.taken()).isLessThanOrEqualTo(ALL);
    }

    @Test
    void theOldestOfTheGreediestGivesWay() {
        Waiting few = new Waiting(10, 3);
        List<Integer> sent = new ArrayList<>();
        Network eve = new Network(eve(1));
        few.take(new Network("198.51.100.1"), () -> sent.add(0));
        few.take(eve, () -> sent.add(1));
        few.take(eve, () -> sent.add(2));
        assertThat(few.take(eve, () -> sent.add(3))).as("she holds most herself").isNull();
        assertThat(few.take(new Network("198.51.100.2"), () -> sent.add(4))).isNotNull();
        assertThat(sent).containsExactly(1);
        assertThat(few.take(new Network("198.51.100.3"), () -> sent.add(5))).isNotNull();
        assertThat(sent).as("all hold one: who has waited longest").containsExactly(1, 0);
        assertThat(few.gaveWay()).isEqualTo(2);
        assertThat(few.taken()).isEqualTo(3);
    }

    @Test
    void aThousandAddressesNeedAThousandOffersToReachTheNewest() {
        for (int i = 0; i < ALL; i++) {
            var _ = take("10.0." + i / 250 + "." + i % 250);
        }
        Waiting.Place honest = take("198.51.100.1");
        for (int i = 0; i < ALL - 1; i++) {
            var _ = take("10.1." + i / 250 + "." + i % 250);
        }
        assertThat(honest).isNotNull();
        assertThat(away).doesNotContain("198.51.100.1");
        assertThat(honest.leave()).isTrue();
    }

    @Test
    void oneAddressHasItsShareAndAPlaceIsGivenBackOnce() {
        Waiting.Place first = take(eve(1));
        for (int i = 1; i < EACH; i++) {
            var _ = take(eve(1));
        }
        assertThat(take(eve(1))).isNull();
        assertThat(first).isNotNull();
        assertThat(first.leave()).isTrue();
        assertThat(first.leave()).isFalse();
        assertThat(take(eve(1))).isNotNull();
        assertThat(waiting.taken()).isEqualTo(EACH);
    }

    @Test
    void whoGaveWayHasNoPlaceToGiveBack() {
        Waiting one = new Waiting(10, 2);
        Waiting.Place first = one.take(new Network(eve(1)), () -> {});
        var _ = one.take(new Network(eve(1)), () -> {});
        assertThat(one.take(new Network(eve(2)), () -> {})).isNotNull();
        assertThat(first).isNotNull();
        assertThat(first.leave()).isFalse();
        assertThat(one.taken()).isEqualTo(2);
    }
}

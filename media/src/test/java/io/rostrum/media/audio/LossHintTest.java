package io.rostrum.media.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LossHintTest {
    private static final long SECOND = 1_000_000_000L;

    private LossHint hint = LossHint.NONE;

    @Test
    void expectsNothingWhileNothingIsLost() {
        hint = hint.heard(0, SECOND);
        hint = hint.heard(0.004, 2 * SECOND);

        assertThat(hint.percent(3 * SECOND)).isZero();
    }

    @Test
    void expectsWhatWasLostFromTheFirstReportOn() {
        hint = hint.heard(0.08, SECOND);

        assertThat(hint.percent(SECOND)).isEqualTo(8);
    }

    @Test
    void staysWithinWhatFecIsGoodFor() {
        hint = hint.heard(0.012, SECOND);
        assertThat(hint.percent(SECOND)).isEqualTo(5);

        hint = hint.heard(0.9, SECOND);
        assertThat(hint.percent(SECOND)).isEqualTo(20);
    }

    @Test
    void forgetsAWhileAfterTheLastLoss() {
        hint = hint.heard(0.08, SECOND);
        hint = hint.heard(0, 2 * SECOND);

        assertThat(hint.percent(15 * SECOND)).isEqualTo(8);
        assertThat(hint.percent(17 * SECOND)).isZero();
    }
}

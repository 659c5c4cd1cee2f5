package io.rostrum.media.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class UnwrapTest {
    @Test
    void goesOnAcrossTheWrapOfSequenceNumbers() {
        SequenceUnwrapper unwrapper = new SequenceUnwrapper();
        long before = unwrapper.unwrap(65_535);
        assertThat(unwrapper.unwrap(0)).isEqualTo(before + 1);
        assertThat(unwrapper.unwrap(65_534)).isEqualTo(before - 1);
        assertThat(unwrapper.highest()).isEqualTo(before + 1);
        assertThat(unwrapper.peek(9)).isEqualTo(before + 10);
        assertThat(unwrapper.highest()).isEqualTo(before + 1);
    }

    @Test
    void staysPositiveWhenSomethingComesBeforeTheFirst() {
        SequenceUnwrapper unwrapper = new SequenceUnwrapper();
        unwrapper.unwrap(0);
        assertThat(unwrapper.unwrap(65_535)).isPositive();
    }

    @Test
    void followsAMillionSequenceNumbersInRoughOrder() {
        Random random = new Random(7);
        SequenceUnwrapper unwrapper = new SequenceUnwrapper();
        long start = unwrapper.unwrap(60_000);
        for (int i = 100; i < 1_000_000; i++) {
            long number = start + i - random.nextInt(100);
            assertThat(unwrapper.unwrap((int) number & 0xFFFF)).isEqualTo(number);
        }
    }

    @Test
    void goesOnAcrossTheWrapOfTimestampsInBothDirections() {
        TimestampUnwrapper unwrapper = new TimestampUnwrapper();
        long before = unwrapper.unwrap(-10);
        assertThat(unwrapper.unwrap(20)).isEqualTo(before + 30);
        assertThat(unwrapper.unwrap(-20)).isEqualTo(before - 10);
    }

    @Test
    void measuresDistancesAcrossWraps() {
        assertThat(SequenceNumber.distance(65_530, 4)).isEqualTo(10);
        assertThat(SequenceNumber.newer(3, 65_000)).isTrue();
        assertThat(SequenceNumber.newer(65_000, 3)).isFalse();
        assertThat(SequenceNumber.next(65_535)).isZero();
        assertThat(RtpClock.distance(0xFFFF_FFFF, 1)).isEqualTo(2);
        assertThat(RtpClock.later(1, 0xFFFF_FFFF)).isTrue();
    }

    @Test
    void turnsSpansIntoTicksAndBack() {
        assertThat(RtpClock.VIDEO.ticks(1_000_000_000L)).isEqualTo(90_000);
        assertThat(RtpClock.VIDEO.ticks(-1_000_000_000L)).isEqualTo(-90_000);
        assertThat(RtpClock.OPUS.nanos(960)).isEqualTo(20_000_000L);
        assertThat(RtpClock.VIDEO.ticks(Long.MAX_VALUE)).isEqualTo(830_103_483_316_929L);
    }
}

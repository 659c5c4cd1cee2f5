package io.rostrum.media.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NtpTimeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 83AA7E8000000000",
        "500000000, 83AA7E8080000000",
        "-1000000000, 83AA7E7F00000000",
        "2085978495000000000, FFFFFFFF00000000",
        "2085978496250000000, 0000000040000000",
    })
    void isSecondsSince1900BothWays(long epochNanos, String ntp) {
        long stamp = Long.parseUnsignedLong(ntp, 16);
        assertThat(NtpTime.ofEpochNanos(epochNanos)).isEqualTo(stamp);
        assertThat(NtpTime.toEpochNanos(stamp)).isEqualTo(epochNanos);
    }

    @Test
    void losesLessThanANanosecondThereAndBack() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            long nanos = random.nextLong(1_700_000_000_000_000_000L, 2_200_000_000_000_000_000L);
            assertThat(NtpTime.toEpochNanos(NtpTime.ofEpochNanos(nanos))).isEqualTo(nanos);
        }
    }

    @Test
    void takesTheMiddleOfTheExampleOfRfc3550() {
        // Section 6.4.1, figure 2: SR at b44db705:20000000 has LSR b705:2000.
        assertThat(NtpTime.middle(0xB44D_B705_2000_0000L)).isEqualTo(0xB705_2000);
        assertThat(NtpTime.middleOfNanos(5_250_000_000L)).isEqualTo(0x0005_4000);
        assertThat(NtpTime.nanosOfMiddle(0x0006_2000)).isEqualTo(6_125_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"1", "-1", "999999999", "-1000000001", "86400000000000"})
    void addsAndSubtractsSpans(long nanos) {
        long start = NtpTime.ofEpochNanos(1_800_000_000_123_456_789L);
        long end = NtpTime.plusNanos(start, nanos);
        assertThat(NtpTime.nanosBetween(start, end)).isBetween(nanos - 1, nanos + 1);
    }

    @Test
    void neverGivesANegativeDelay() {
        assertThat(NtpTime.middleOfNanos(-5)).isZero();
    }
}

package io.rostrum.media.rtp;

import static io.rostrum.media.rtp.Packets.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.packet.ReportBlock;
import io.rostrum.media.rtp.ReceiveStatistics.Order;
import io.rostrum.media.time.RtpClock;
import org.junit.jupiter.api.Test;

class ReceiveStatisticsTest {
    private final ReceiveStatistics statistics = new ReceiveStatistics(new RtpClock(8000));

    private Order packet(int sequence) {
        return statistics.onPacket(sequence, sequence * 160, sequence * 20 * MS);
    }

    private void packets(int from, int to) {
        for (int sequence = from; sequence <= to; sequence++) {
            packet(sequence & 0xFFFF);
        }
    }

    private ReportBlock report() {
        return statistics.report(1, 0, 0);
    }

    @Test
    void tellsOneLostOfTenAs25Of256() {
        packets(10, 12);
        packets(14, 19);
        ReportBlock block = report();
        assertThat(block.cumulativeLost()).isEqualTo(1);
        assertThat(block.fractionLost()).isEqualTo(25);
        assertThat(block.extendedHighest()).isEqualTo(19);
    }

    @Test
    void countsTheFractionSinceTheLastReportOnly() {
        packets(10, 12);
        packets(14, 19);
        report();
        packets(20, 29);
        assertThat(report().fractionLost()).isZero();
        packets(31, 34);
        assertThat(report().fractionLost()).isEqualTo(51);
        assertThat(report().fractionLost()).isZero();
        assertThat(report().cumulativeLost()).isEqualTo(2);
    }

    @Test
    void becomesNegativeByDuplicates() {
        packets(10, 19);
        packet(19);
        packet(18);
        assertThat(report().cumulativeLost()).isEqualTo(-2);
        assertThat(report().fractionLost()).isZero();
    }

    @Test
    void countsCyclesAboveTheSequence() {
        packets(65_534, 65_539);
        assertThat(report().extendedHighest()).isEqualTo(65_536 + 3);
        assertThat(report().cumulativeLost()).isZero();
    }

    @Test
    void takesALatePacketForReceived() {
        packets(10, 12);
        packets(14, 15);
        assertThat(packet(13)).isEqualTo(Order.BEHIND);
        assertThat(report().cumulativeLost()).isZero();
    }

    @Test
    void smoothesJitterAsAppendixA8Does() {
        // Transit 0, 40, 0: differences 40 and 40; sixteenfold 40, then 40 + 40 - (48 >> 4) = 77.
        statistics.onPacket(1, 0, 0);
        assertThat(statistics.jitter()).isZero();
        statistics.onPacket(2, 160, 25 * MS);
        assertThat(statistics.jitter()).isEqualTo(40 >> 4);
        statistics.onPacket(3, 320, 40 * MS);
        assertThat(statistics.jitter()).isEqualTo(77 >> 4);
    }

    @Test
    void believesAJumpWhenItsSuccessorComes() {
        packets(10, 12);
        assertThat(packet(20_000)).isEqualTo(Order.JUMP);
        assertThat(packet(13)).isEqualTo(Order.AHEAD);
        assertThat(packet(40_000)).isEqualTo(Order.JUMP);
        assertThat(packet(40_001)).isEqualTo(Order.RESTART);
        assertThat(packet(40_002)).isEqualTo(Order.AHEAD);
        assertThat(report().cumulativeLost()).isZero();
        assertThat(report().extendedHighest()).isEqualTo(40_002);
    }

    @Test
    void countsWhatComesBeforeTheFirstAsOneTooMany() {
        assertThat(packet(5)).isEqualTo(Order.FIRST);
        assertThat(packet(4)).isEqualTo(Order.BEHIND);
        assertThat(report().cumulativeLost()).isEqualTo(-1);
    }
}

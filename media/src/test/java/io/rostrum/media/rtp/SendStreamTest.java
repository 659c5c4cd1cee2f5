package io.rostrum.media.rtp;

import static io.rostrum.media.rtp.Packets.MS;
import static io.rostrum.media.rtp.Packets.hex;
import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.ReportBlock;
import io.rostrum.media.packet.RtcpWriter;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.time.NtpTime;
import io.rostrum.media.time.RtpClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendStreamTest {
    private static final long SECOND = 1000 * MS;

    private final BufferPool pool = new BufferPool(64);
    private final List<Buffer> wire = new ArrayList<>();
    private final SendStream stream =
            new SendStream(
                    new SendStream.Settings(7, RtpClock.VIDEO, "c", 65_535, 8, Map.of(96, 97)),
                    pool,
                    (packet, now) -> wire.add(packet));

    @AfterEach
    void everyBufferWentHome() {
        wire.forEach(Buffer::release);
        stream.close();
        assertThat(pool.lent()).isZero();
    }

    private void send(long nowNanos) {
        stream.send(stream.packet(96, 9000, true, new byte[] {1, 2, 3}), nowNanos);
    }

    @Test
    void numbersItsPacketsAcrossTheWrap() {
        send(0);
        send(0);
        assertThat(hex(wire.get(0))).isEqualTo("80e0ffff0000232800000007010203");
        assertThat(Rtp.sequence(wire.get(1))).isZero();
    }

    @Test
    void answersANackByARetransmission() {
        send(0);
        stream.onNack(65_535, MS);
        assertThat(wire).hasSize(2);
        assertThat(hex(wire.get(1))).isEqualTo("80e1ffff0000232800000008" + "ffff" + "010203");
    }

    @Test
    void repeatsAPacketOnceInARoundTrip() {
        send(0);
        stream.onNack(65_535, 0);
        stream.onNack(65_535, 99 * MS);
        assertThat(wire).hasSize(2);
        stream.onNack(65_535, 100 * MS);
        assertThat(wire).hasSize(3);
        assertThat(stream.counts().repeated()).isEqualTo(2);
    }

    @Test
    void repeatsAPacketNoMoreThanTenTimes() {
        send(0);
        for (int i = 1; i < 100; i++) {
            stream.onNack(65_535, i * 101 * MS % SECOND + i);
        }
        assertThat(wire.size()).isLessThanOrEqualTo(11);
    }

    @Test
    void forgetsAfterASecond() {
        for (int i = 0; i < 500; i++) {
            send(i * 10 * MS);
        }
        assertThat(pool.lent() - wire.size()).isLessThan(250);
        for (int i = 0; i < 200; i++) {
            stream.tick(10 * SECOND);
        }
        assertThat(pool.lent()).isEqualTo(wire.size());
        stream.onNack(65_535, 10 * SECOND);
        assertThat(wire).hasSize(500);
    }

    @Test
    void hasNothingToSayToWhoAsksForWhatWasNeverSent() {
        send(0);
        stream.onNack(77, 0);
        stream.onNack(65_535 - 1024, 0);
        assertThat(wire).hasSize(1);
    }

    @Test
    void measuresTheRoundTripOfTheExampleOfRfc3550() {
        // Section 6.4.1, figure 2: A b710:8000, LSR b705:2000, DLSR 5:4000 make 6.125 s.
        stream.onReportBlock(
                new ReportBlock(7, 64, 3, 9, 900, 0xB705_2000, 0x0005_4000),
                0xB44D_B710_8000_0000L);
        assertThat(stream.roundTrip()).isEqualTo(6_125 * MS);
        assertThat(stream.counts().fractionLost()).isEqualTo(0.25);
        assertThat(stream.counts().lost()).isEqualTo(3);
        assertThat(stream.counts().jitterNanos()).isEqualTo(10 * MS);
    }

    @Test
    void doesNotBelieveAnImpossibleRoundTrip() {
        stream.onReportBlock(new ReportBlock(7, 0, 0, 9, 0, 0, 0), 0xB44D_B710_8000_0000L);
        assertThat(stream.roundTrip()).isEqualTo(-1);
        stream.onReportBlock(new ReportBlock(7, 0, 0, 9, 0, 1, 0), 0xB44D_B710_8000_0000L);
        assertThat(stream.roundTrip()).isNotNegative().isLessThan(10 * SECOND);
    }

    @Test
    void reportsTheTimestampThatBelongsToTheMoment() {
        long ntp = NtpTime.ofEpochNanos(1_800_000_000L * SECOND);
        send(0);
        stream.synchronise(ntp, 1000);
        RtcpWriter writer = new RtcpWriter(pool.lend());
        stream.writeReport(writer, NtpTime.plusNanos(ntp, SECOND));
        Buffer report = writer.buffer();
        assertThat(report.u8(1)).isEqualTo(200);
        assertThat(report.i64(8)).isEqualTo(NtpTime.plusNanos(ntp, SECOND));
        assertThat(report.i32(16)).isEqualTo(91_000);
        assertThat(report.i32(20)).isEqualTo(1);
        assertThat(report.i32(24)).isEqualTo(3);
        assertThat(report.u8(29)).isEqualTo(202);
        report.release();
    }

    @Test
    void reportsAsAReceiverUntilItHasSent() {
        RtcpWriter writer = new RtcpWriter(pool.lend());
        stream.synchronise(1L << 63, 1000);
        stream.writeReport(writer, 1L << 63);
        assertThat(writer.buffer().u8(1)).isEqualTo(201);
        writer.buffer().release();
    }
}

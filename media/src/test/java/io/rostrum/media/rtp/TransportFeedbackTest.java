package io.rostrum.media.rtp;

import static io.rostrum.media.rtp.Packets.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.RtcpWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportFeedbackTest {
    private static final String HEAD = "00000001" + "00000002";

    private final TransportFeedbackBuilder builder = new TransportFeedbackBuilder();
    private final Map<Integer, Long> arrived = new HashMap<>();
    private final List<Integer> missing = new ArrayList<>();
    private final TransportFeedbackReader reader = new TransportFeedbackReader();
    private final TransportFeedbackReader.Listener listener =
            new TransportFeedbackReader.Listener() {
                @Override
                public void onArrived(int sequence, long micros) {
                    arrived.put(sequence, micros);
                }

                @Override
                public void onMissing(int sequence) {
                    missing.add(sequence);
                }
            };

    private Buffer report(long nowNanos) {
        RtcpWriter writer = new RtcpWriter(new BufferPool(0).lend());
        builder.write(writer, 1, 2, nowNanos);
        return writer.buffer();
    }

    private boolean read(Buffer report) {
        return reader.read(report, 12, report.length() - 12, listener);
    }

    @Test
    void tellsOfARunOfSmallDeltas() {
        for (int i = 0; i < 4; i++) {
            builder.onPacket(100 + i, 64 * MS + i * MS);
        }
        // base, count, reference 1 (64 ms), feedback 0; run of 4 small; 0, 4, 4, 4 quarters.
        assertThat(Packets.hex(report(0)))
                .isEqualTo("afcd0006" + HEAD + "0064000400000100" + "2004" + "00040404" + "0002");
    }

    @Test
    void tellsOfLossByOneBitSymbols() {
        for (int sequence : new int[] {0, 2, 3, 5, 6, 7, 9, 12}) {
            builder.onPacket(sequence, 0);
        }
        Buffer report = report(0);
        assertThat(report.u16(20)).isEqualTo(0b10_10110111010010);
        read(report);
        assertThat(missing).containsExactly(1, 4, 8, 10, 11);
    }

    @Test
    void tellsOfLargeAndNegativeDeltasByTwoBitSymbols() {
        builder.onPacket(0, 0);
        builder.onPacket(1, 100 * MS);
        builder.onPacket(2, 50 * MS);
        Buffer report = report(0);
        assertThat(report.u16(20)).isEqualTo(0b11_01101000000000);
        assertThat(report.u8(22)).isZero();
        assertThat((short) report.u16(23)).isEqualTo((short) 400);
        assertThat((short) report.u16(25)).isEqualTo((short) -200);
        assertThat(read(report)).isTrue();
        assertThat(arrived).isEqualTo(Map.of(0, 0L, 1, 100_000L, 2, 50_000L));
    }

    @Test
    void countsItsReportsAndWaits50MsBetweenThem() {
        builder.onPacket(0, 0);
        assertThat(builder.due(0)).isTrue();
        assertThat(report(0).u8(19)).isZero();
        assertThat(builder.due(60 * MS)).isFalse();
        builder.onPacket(1, 20 * MS);
        assertThat(builder.due(49 * MS)).isFalse();
        assertThat(builder.due(50 * MS)).isTrue();
        Buffer second = report(50 * MS);
        assertThat(second.u8(19)).isEqualTo(1);
        assertThat(second.u16(12)).isEqualTo(1);
    }

    @Test
    void beginsTheNextReportWhereTheLastEndedSoThatLossBetweenIsTold() {
        builder.onPacket(0, 0);
        report(0);
        builder.onPacket(3, 60 * MS);
        read(report(60 * MS));
        assertThat(missing).containsExactly(1, 2);
        assertThat(arrived).containsKey(3);
    }

    @Test
    void correctsItselfWhenALostPacketComesAfterTheReport() {
        builder.onPacket(0, 0);
        builder.onPacket(2, 0);
        report(0);
        builder.onPacket(1, 60 * MS);
        read(report(60 * MS));
        assertThat(arrived).containsKey(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void readsBackWhatItWroteWhateverWasLostOrLate(long seed) {
        Random random = new Random(seed);
        Map<Integer, Long> sent = new HashMap<>();
        long now = random.nextLong(1L << 40);
        int sequence = 65_000;
        for (int round = 0; round < 100; round++) {
            int packets = random.nextInt(1, 120);
            for (int i = 0; i < packets; i++) {
                now += random.nextInt(4) == 0 ? random.nextLong(90 * MS) : random.nextLong(MS);
                sequence++;
                if (random.nextInt(10) < seed) {
                    builder.onPacket(sequence & 0xFFFF, now);
                    sent.put(sequence & 0xFFFF, Math.floorDiv(now, 250_000) * 250);
                }
            }
            now += 60 * MS;
            while (builder.due(now)) {
                Buffer report = report(now);
                assertThat(report.length() % 4).isZero();
                assertThat(report.length()).isLessThanOrEqualTo(RtcpWriter.MOST_BYTES);
                int padding = (report.u8(0) & 0x20) != 0 ? report.u8(report.length() - 1) : 0;
                assertThat(reader.read(report, 12, report.length() - 12 - padding, listener))
                        .isTrue();
                now += 50 * MS;
            }
        }
        assertThat(arrived.keySet()).isEqualTo(sent.keySet());
        sent.forEach((number, micros) -> {
            long period = 64_000L << 24;
            assertThat(arrived.get(number) % period).isEqualTo(micros % period);
        });
    }

    @Test
    void neverWritesMoreThanFits() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            builder.onPacket(i, i * 100L * MS + random.nextLong(5000 * MS));
        }
        long now = 0;
        int reports = 0;
        while (builder.due(now)) {
            Buffer report = report(now);
            assertThat(report.length()).isLessThanOrEqualTo(RtcpWriter.MOST_BYTES);
            assertThat(read(report)).isTrue();
            now += 50 * MS;
            reports++;
        }
        assertThat(arrived).hasSize(2000);
        assertThat(reports).isLessThan(50);
    }

    @Test
    void refusesReportsThatEndTooEarlyOrTellOfTooMuch() {
        assertThat(content("0000")).isFalse();
        assertThat(content("0000000000000000")).isFalse();
        assertThat(content("0000000200000000")).isFalse();
        assertThat(content("00000002000000002002" + "00")).isFalse();
        assertThat(content("0000ffff000000002fff")).isFalse();
        assertThat(content("00000002000000002000")).isFalse();
        assertThat(content("00000001000000006001" + "0000000000")).isFalse();
        assertThat(arrived).isEmpty();
    }

    private boolean content(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return reader.read(Buffer.wrap(bytes), 0, bytes.length, listener);
    }
}

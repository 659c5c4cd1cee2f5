package io.rostrum.media.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RtpTest {
    /** Version 2, padding, extension of one word, two contributing sources, marker, type 96. */
    private static final String FULL =
            "b2e01234 00000001 0000cafe 00000011 00000022 bede0001 10850000 0a0b0c 000003";

    @Test
    void readsEveryFieldInItsPlace() {
        Buffer packet = Packets.hex(FULL);
        assertThat(Rtp.isValid(packet)).isTrue();
        assertThat(Rtp.marker(packet)).isTrue();
        assertThat(Rtp.payloadType(packet)).isEqualTo(96);
        assertThat(Rtp.sequence(packet)).isEqualTo(0x1234);
        assertThat(Rtp.timestamp(packet)).isEqualTo(1);
        assertThat(Rtp.ssrc(packet)).isEqualTo(0xCAFE);
        assertThat(Rtp.headerLength(packet)).isEqualTo(28);
        assertThat(Rtp.paddingLength(packet)).isEqualTo(3);
        assertThat(Rtp.payloadLength(packet)).isEqualTo(3);
    }

    @Test
    void writesEveryFieldInItsPlace() {
        Buffer packet = Packets.rtp(7, (byte) 1);
        Rtp.marker(packet, true);
        Rtp.payloadType(packet, 101);
        Rtp.sequence(packet, 0xFFFF);
        Rtp.timestamp(packet, -2);
        Rtp.ssrc(packet, 0x01020304);
        assertThat(Packets.hex(packet)).isEqualTo("80e5fffffffffffe0102030401");
        Rtp.marker(packet, false);
        assertThat(Rtp.payloadType(packet)).isEqualTo(101);
    }

    @Test
    void cutsPaddingOff() {
        Buffer packet = Packets.hex(FULL);
        Rtp.dropPadding(packet);
        assertThat(Rtp.payloadLength(packet)).isEqualTo(3);
        assertThat(Rtp.hasPadding(packet)).isFalse();
        assertThat(packet.length()).isEqualTo(31);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80",
                "8060000100000001000000",
                "406000010000000100000001",
                "816000010000000100000001",
                "906000010000000100000001",
                "906000010000000100000001bede0001",
                "a06000010000000100000001",
                "a0600001000000010000000100",
                "a0600001000000010000000102",
                "80c800010000000100000001",
            })
    void refusesWhatIsNotAWholePacket(String hex) {
        assertThat(Rtp.isValid(Packets.hex(hex))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"80c8, true", "80df, true", "8060, false", "80e0, false", "80bf, false"})
    void tellsRtcpByItsType(String start, boolean rtcp) {
        assertThat(Rtp.isRtcp(Packets.hex(start))).isEqualTo(rtcp);
    }

    @Test
    void growsIntoTheHeadroomAndThenIntoTheTail() {
        Buffer packet = Packets.rtp(7, (byte) 1, (byte) 2);
        for (int i = 0; i < 9; i++) {
            Rtp.resizeAt(packet, Rtp.FIXED_HEADER, 8);
        }
        assertThat(packet.length()).isEqualTo(14 + 72);
        assertThat(Rtp.sequence(packet)).isEqualTo(7);
        assertThat(packet.u16(packet.length() - 2)).isEqualTo(0x0102);
        Rtp.resizeAt(packet, Rtp.FIXED_HEADER + 72, -72);
        assertThat(Packets.hex(packet)).isEqualTo("80600007000003e80000cafe0102");
    }
}

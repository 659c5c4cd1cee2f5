package io.rostrum.media.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderExtensionsTest {
    private static final String HEADER = "906000010000000100000001";

    @ParameterizedTest
    @CsvSource({
        "bede0001 10850000, 1, 85",
        "bede0002 32010203 00108500, 1, 85",
        "bede0002 32010203 00108500, 3, 010203",
        "bede0001 00000011 , 1, ",
        "bede0001 f0851085, 1, ",
        "bede0001 01851085, 1, ",
        "bede0001 12010203, 2, ",
        "bede0001 1f010203, 1, ",
        "bede0001 10850000, 0, ",
        "10000001 01018500, 1, 85",
        "10000001 0f018500, 15, 85",
        "100f0002 ff03aabbcc 010185, 255, aabbcc",
        "100f0002 ff03aabbcc 010185, 1, 85",
        "10000001 01000201, 1, ''",
        "10000001 01050203, 1, ",
        "12340001 10850000, 1, ",
    })
    void findsAnElementInBothForms(String block, int id, String data) {
        Buffer packet = Packets.hex(HEADER + block + "aa");
        assertThat(Rtp.isValid(packet)).isTrue();
        int found = HeaderExtensions.find(packet, id);
        if (data == null) {
            assertThat(found).isEqualTo(HeaderExtensions.NONE);
        } else {
            byte[] bytes = packet.bytes(HeaderExtensions.at(found), HeaderExtensions.length(found));
            assertThat(bytes).isEqualTo(Packets.hex(data).bytes());
        }
    }

    @Test
    void buildsABlockFromNothing() {
        Buffer packet = Packets.rtp(1, (byte) 0x55);
        new ExtensionBlock()
                .add(3, "v".getBytes(StandardCharsets.UTF_8))
                .reserve(5, 2)
                .reserve(0, 3)
                .reserve(2, 3)
                .writeTo(packet);
        assertThat(Packets.hex(packet).substring(24))
                .isEqualTo("bede0003" + "3076" + "510000" + "22000000" + "000000" + "55");
        assertThat(Rtp.isValid(packet)).isTrue();
        assertThat(HeaderExtensions.put16(packet, 5, 0xABCD)).isTrue();
        assertThat(HeaderExtensions.put24(packet, 2, 0x010203)).isTrue();
        assertThat(HeaderExtensions.put16(packet, 9, 1)).isFalse();
        assertThat(Extension.transportSequence(packet, 5)).isEqualTo(0xABCD);
        assertThat(Extension.text(packet, 3)).isEqualTo("v");
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 255})
    void takesTheTwoByteFormForLargeIds(int id) {
        Buffer packet = Packets.rtp(1, (byte) 0x55);
        new ExtensionBlock().add(1, new byte[] {9}).add(id, new byte[] {7}).writeTo(packet);
        assertThat(packet.u16(12)).isEqualTo(0x1000);
        assertThat(Rtp.isValid(packet)).isTrue();
        int found = HeaderExtensions.find(packet, id);
        assertThat(packet.u8(HeaderExtensions.at(found))).isEqualTo(7);
        assertThat(packet.u8(packet.length() - 1)).isEqualTo(0x55);
    }

    @Test
    void replacesALongBlockByAShortOneAndByNone() {
        Buffer packet = Packets.hex(HEADER + "bede0003 1f000102030405060708090a 55");
        new ExtensionBlock().add(1, new byte[] {9}).writeTo(packet);
        assertThat(Packets.hex(packet)).isEqualTo(HEADER + "bede00011009000055");
        new ExtensionBlock().writeTo(packet);
        assertThat(Packets.hex(packet)).isEqualTo("80" + HEADER.substring(2) + "55");
    }

    @Test
    void setsOneElementAndKeepsTheOthers() {
        Buffer packet = Packets.hex(HEADER + "bede0001 10852033 55");
        ExtensionBlock.set(packet, 1, new byte[] {0x42});
        ExtensionBlock.set(packet, 4, new byte[] {1, 2, 3});
        assertThat(Rtp.isValid(packet)).isTrue();
        assertThat(Extension.audioLevel(packet, 1)).isEqualTo(0x42);
        assertThat(packet.u8(HeaderExtensions.at(HeaderExtensions.find(packet, 2))))
                .isEqualTo(0x33);
        assertThat(packet.u24(HeaderExtensions.at(HeaderExtensions.find(packet, 4))))
                .isEqualTo(0x010203);
        assertThat(packet.u8(packet.length() - 1)).isEqualTo(0x55);
    }

    @Test
    void takesTheBlockOut() {
        Buffer packet = Packets.hex(HEADER + "bede0001 10850000 55");
        HeaderExtensions.remove(packet);
        assertThat(Packets.hex(packet)).isEqualTo("80" + HEADER.substring(2) + "55");
        HeaderExtensions.remove(packet);
        assertThat(packet.length()).isEqualTo(13);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "30, true", "127, true", "127, false"})
    void readsTheAudioLevelThatItWrote(int level, boolean voice) {
        Buffer packet = Packets.rtp(1, (byte) 0);
        ExtensionBlock.set(packet, 1, Extension.audioLevel(level, voice));
        assertThat(Extension.audioLevel(packet, 1)).isEqualTo(level);
        assertThat(Extension.voice(packet, 1)).isEqualTo(voice);
        assertThat(Extension.audioLevel(packet, 2)).isEqualTo(Extension.NO_LEVEL);
    }

    @Test
    void countsTheSendTimeIn18BitsOfASecondAndWrapsAfter64() {
        assertThat(Extension.absSendTime(1_000_000_000L)).isEqualTo(1 << 18);
        assertThat(Extension.absSendTime(64_500_000_000L)).isEqualTo(1 << 17);
        assertThat(Extension.absSendTime(-1L)).isEqualTo(0xFFFFFF);
    }

    @Test
    void knowsExtensionsByTheirNames() {
        assertThat(Extension.ofUri("urn:ietf:params:rtp-hdrext:sdes:mid")).isEqualTo(Extension.MID);
        assertThat(Extension.ofUri("urn:none")).isNull();
        ExtensionIds ids = ExtensionIds.of(Map.of(Extension.RID.uri(), 7, "urn:none", 3));
        assertThat(ids).isEqualTo(new ExtensionIds(0, 0, 0, 0, 7, 0));
    }
}

package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Vp8Test {
    private static Buffer bytes(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return Buffer.copyOf(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({
        "10aa, 1, -1, -1, true",
        "00aa, 1, -1, -1, false",
        "11aa, 1, -1, -1, false",
        "908011aa, 3, 17, -1, true",
        "90809234aa, 4, 4660, -1, true",
        "9040 07aa, 3, -1, 7, true",
        "90c0 11 07aa, 4, 17, 7, true",
        "90e0 9234 07 20aa, 6, 4660, 7, true",
        "9030 20aa, 3, -1, -1, true",
        "9000aa, 2, -1, -1, true",
    })
    void readsADescriptor(String hex, int length, int id, int level0, boolean start) {
        Buffer packet = bytes(hex.replace(" ", ""));
        assertThat(Vp8Descriptor.length(packet, 0, packet.length())).isEqualTo(length);
        assertThat(Vp8Descriptor.pictureId(packet, 0)).isEqualTo(id);
        assertThat(Vp8Descriptor.level0(packet, 0)).isEqualTo(level0);
        assertThat(Vp8Descriptor.startsFrame(packet, 0)).isEqualTo(start);
    }

    @Test
    void readsTheDescriptorThatItWrote() {
        Buffer packet = Buffer.wrap(new byte[Vp8Descriptor.FULL]);
        Vp8Descriptor.write(packet, 0, true, 0x7FFF, 255);
        assertThat(Vp8Descriptor.length(packet, 0, 6)).isEqualTo(6);
        assertThat(Vp8Descriptor.pictureId(packet, 0)).isEqualTo(0x7FFF);
        assertThat(Vp8Descriptor.level0(packet, 0)).isEqualTo(255);
        Vp8Descriptor.level0(packet, 0, 3);
        Vp8Descriptor.pictureId(packet, 0, 5);
        assertThat(Vp8Descriptor.level0(packet, 0)).isEqualTo(3);
        assertThat(Vp8Descriptor.pictureId(packet, 0)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"80", "8080", "808080", "80f092", "80f0923407"})
    void refusesADescriptorThatEndsTooEarly(String hex) {
        Buffer packet = bytes(hex);
        assertThat(Vp8Descriptor.length(packet, 0, packet.length())).isEqualTo(-1);
    }

    @Test
    void comesThroughWholeAtEverySize() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] frame = new byte[random.nextInt(1, 5000)];
            random.nextBytes(frame);
            List<byte[]> payloads = new ArrayList<>();
            int most = random.nextInt(7, 1400);
            Vp8.packetize(frame, most, i, i, (payload, last) -> payloads.add(payload));
            assertThat(payloads).allMatch(payload -> payload.length <= most);
            assertThat(Vp8.frame(payloads)).isEqualTo(frame);
            if (payloads.size() > 1) {
                assertThat(Vp8.frame(payloads.subList(1, payloads.size()))).isEmpty();
            }
        }
    }

    @Test
    void readsEveryFrameOfARecording() {
        List<byte[]> payloads = new ArrayList<>();
        int frames = 0;
        int keys = 0;
        for (Buffer packet : Recording.vp8()) {
            payloads.add(packet.bytes(Rtp.headerLength(packet), Rtp.payloadLength(packet)));
            if (Rtp.marker(packet)) {
                byte[] frame = Vp8.frame(payloads);
                assertThat(frame).isNotEmpty();
                if (Vp8.isKey(frame)) {
                    assertThat(Vp8.width(frame)).isEqualTo(320);
                    assertThat(Vp8.height(frame)).isEqualTo(180);
                    keys++;
                }
                payloads.clear();
                frames++;
            }
        }
        assertThat(frames).isGreaterThan(50);
        assertThat(keys).isGreaterThan(2);
    }
}

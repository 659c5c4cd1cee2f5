package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H264Test {
    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static List<byte[]> list(String hex) {
        return hex.isEmpty()
                ? List.of()
                : Stream.of(hex.split("\\|")).map(H264Test::bytes).toList();
    }

    private static String text(List<byte[]> list) {
        return String.join("|", list.stream().map(HexFormat.of()::formatHex).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "41aabb, 41aabb",
        "674201|68ce|65aabb, 78 0003 674201 0002 68ce|65aabb",
        "6742|65aabb, 6742|65aabb",
        "650102030405060708090a, 7c850102030405 0607|7c45 08090a",
        "01|41, 01|41",
    })
    void goesIntoPayloadsAndBack(String units, String payloads) {
        List<byte[]> written = new ArrayList<>();
        List<Boolean> markers = new ArrayList<>();
        H264.packetize(
                list(units),
                9,
                (payload, last) -> {
                    written.add(payload);
                    markers.add(last);
                });
        if (!units.startsWith("674201")) {
            assertThat(text(written)).isEqualTo(payloads.replace(" ", ""));
        }
        assertThat(text(H264.units(list(payloads)))).isEqualTo(units);
        assertThat(markers.indexOf(true)).isEqualTo(markers.size() - 1);
    }

    @Test
    void packsParameterSetsTogether() {
        List<byte[]> written = new ArrayList<>();
        H264.packetize(list("674201|68ce|65aabb"), 1200, (payload, last) -> written.add(payload));
        assertThat(text(written)).isEqualTo("780003674201000268ce|65aabb");
    }

    @Test
    void comesThroughWholeAtEverySize() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            List<byte[]> units = new ArrayList<>();
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                byte[] unit = new byte[random.nextInt(2, 5000)];
                random.nextBytes(unit);
                unit[0] = (byte) (0x60 | (random.nextBoolean() ? 1 : 5));
                units.add(unit);
            }
            List<byte[]> payloads = new ArrayList<>();
            int most = random.nextInt(3, 1400);
            H264.packetize(units, most, (payload, last) -> payloads.add(payload));
            assertThat(payloads).allMatch(payload -> payload.length <= most);
            assertThat(text(H264.units(payloads))).isEqualTo(text(units));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "7c05aa",
        "7c85aa",
        "7c85aa|41aa",
        "7c85aa|7c85bb",
        "7c",
        "78 0003 67",
        "78 0000",
        "78 00",
        "1d00",
        "79aa",
    })
    void makesNothingOfBrokenPayloads(String payloads) {
        List<byte[]> broken = payloads.isEmpty() ? List.of(new byte[0]) : list(payloads);
        assertThat(H264.units(broken)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "6742c00b, 9",
        "68ce, 17",
        "6588, 7",
        "6540, 3",
        "4188, 1",
        "7c8588, 7",
        "7c0588, 2",
        "7c4588, 2",
        "7c8188, 1",
        "78 0003 674201 0002 68ce, 25",
        "78 0003 674201 0002 68ce 0002 6588, 31",
        "78 0009 67, 32",
        "7c85, 32",
        "1daa, 32",
        "65, 32",
    })
    void seesWhatAPayloadCarries(String payload, int content) {
        Buffer packet = Buffer.wrap(bytes("806000010000000100000001" + payload));
        assertThat(Content.of(VideoCodec.H264, packet)).isEqualTo(content);
    }

    @Test
    void splitsAByteStream() {
        assertThat(text(H264.unitsOfByteStream(bytes("00000001 6742 000001 68ce 00000001 65aa00"))))
                .isEqualTo("6742|68ce|65aa");
        assertThat(H264.unitsOfByteStream(bytes("0000"))).isEmpty();
    }

    @Test
    void readsEveryFrameOfARecording() {
        List<byte[]> payloads = new ArrayList<>();
        int frames = 0;
        for (Buffer packet : Recording.h264()) {
            assertThat(Rtp.isValid(packet)).isTrue();
            payloads.add(packet.bytes(Rtp.headerLength(packet), Rtp.payloadLength(packet)));
            if (Rtp.marker(packet)) {
                List<byte[]> units = H264.units(payloads);
                assertThat(units).isNotEmpty();
                payloads.clear();
                frames++;
            }
        }
        assertThat(frames).isGreaterThan(50);
    }
}

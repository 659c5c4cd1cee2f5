package io.rostrum.protocol.cmaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class AvcConfigTest {
    private static final byte[] BASELINE = hex("6742e01f");
    private static final byte[] HIGH = hex("67640028ac");
    private static final byte[] PPS = hex("68ce3c80");

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static byte[] written(AvcConfig config) {
        BoxWriter out = new BoxWriter(64);
        config.write(out);
        return out.toBytes();
    }

    private static AvcConfig read(byte[] box) throws CmafException {
        return AvcConfig.read(BoxReader.run(box, 0, box.length).first("avcC", 0));
    }

    @Test
    void theBoxIsThatOfTheStandard() {
        assertThat(HexFormat.of().formatHex(written(AvcConfig.of(BASELINE, PPS))))
                .isEqualTo(
                        "0000001b"
                                + "61766343"
                                + "0142e01fffe1"
                                + "00046742e01f"
                                + "010004"
                                + "68ce3c80");
    }

    @Test
    void aHighProfileSaysItsChroma() {
        byte[] box = written(AvcConfig.of(HIGH, PPS));
        assertThat(HexFormat.of().formatHex(box)).endsWith("fdf8f800");
    }

    @Test
    void severalSetsComeBackInTheirOrder() throws CmafException {
        AvcConfig config = new AvcConfig(List.of(BASELINE, HIGH), List.of(PPS, hex("68")));
        AvcConfig again = read(written(config));
        assertThat(again.sps()).containsExactly(BASELINE, HIGH);
        assertThat(again.pps()).containsExactly(PPS, hex("68"));
        assertThat(again.profile()).isEqualTo("42e01f");
    }

    @Test
    void aBoxThatEndsAnywhereBeforeItsEndIsRefused() {
        byte[] whole = written(AvcConfig.of(BASELINE, PPS));
        for (int content = 0; content < whole.length - 8; content++) {
            BoxWriter cut = new BoxWriter(64);
            int box = cut.start("avcC");
            for (int i = 0; i < content; i++) {
                cut.u8(whole[8 + i]);
            }
            cut.end(box);
            assertThatExceptionOfType(CmafException.class)
                    .as("%d bytes", content)
                    .isThrownBy(() -> read(cut.toBytes()));
        }
    }

    @Test
    void lengthsOfOtherThanFourBytesAreRefused() {
        byte[] box = written(AvcConfig.of(BASELINE, PPS));
        box[12] = (byte) 0xFD;
        assertThatExceptionOfType(CmafException.class)
                .isThrownBy(() -> read(box))
                .withMessageContaining("4 bytes");
    }

    @Test
    void setsThatCannotBeAreRefused() {
        List<byte[]> pps = List.of(PPS);
        List<byte[]> sps = List.of(BASELINE);
        refused(List.of(), pps);
        refused(sps, List.of());
        refused(List.of(hex("6742e0")), pps);
        refused(sps, List.of(new byte[0]));
        refused(List.of(new byte[0x10000]), pps);
        refused(sps, List.of(new byte[0x10000]));
        refused(Collections.nCopies(32, BASELINE), pps);
        refused(sps, Collections.nCopies(256, PPS));
    }

    private static void refused(List<byte[]> sps, List<byte[]> pps) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new AvcConfig(sps, pps));
    }
}

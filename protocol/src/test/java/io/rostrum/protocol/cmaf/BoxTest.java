package io.rostrum.protocol.cmaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxTest {
    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static BoxReader run(String text) {
        byte[] bytes = hex(text);
        return BoxReader.run(bytes, 0, bytes.length);
    }

    @Test
    void nestedBoxesGetTheirSizesWhenTheyEnd() {
        BoxWriter out = new BoxWriter(4);
        int outer = out.start("moov");
        int inner = out.start("mvhd", 1, 0x0203);
        out.u8(0xAB);
        out.end(inner);
        out.end(outer);
        assertThat(out.toBytes()).isEqualTo(hex("00000015 6d6f6f76 0000000d 6d766864 01000203 ab"));
    }

    @Test
    void numbersOfAllWidthsComeBackAsTheyWereWritten() throws CmafException {
        BoxWriter out = new BoxWriter(1);
        int box = out.start("free");
        out.u8(0xFE).u16(0xFEDC).u32(0xFEDCBA98L).u64(0x7EDCBA9876543210L).zeros(3).ascii("end");
        out.end(box);
        byte[] bytes = out.toBytes();
        BoxReader in = BoxReader.run(bytes, 0, bytes.length).first("free", 0);
        assertThat(in.u8(0)).isEqualTo(0xFE);
        assertThat(in.u16(1)).isEqualTo(0xFEDC);
        assertThat(in.u32(3)).isEqualTo(0xFEDCBA98L);
        assertThat(in.u64(7)).isEqualTo(0x7EDCBA9876543210L);
        assertThat(in.bytes(15, 3)).containsOnly(0);
        assertThat(in.bytes(18, 3)).isEqualTo("end".getBytes(StandardCharsets.US_ASCII));
        assertThat(in.length()).isEqualTo(21);
    }

    @Test
    void zerosAreZerosWhereTheArrayHadSomethingElse() {
        BoxWriter out = new BoxWriter(8);
        out.u64(-1);
        assertThat(out.zeros(2).toBytes()).isEqualTo(hex("ffffffffffffffff 0000"));
    }

    @Test
    void aSizeOf64BitsIsRead() throws CmafException {
        BoxReader.Child child = run("00000001 6d646174 0000000000000012 cafe").child(0);
        assertThat(child.box().type()).isEqualTo("mdat");
        assertThat(child.box().u16(0)).isEqualTo(0xCAFE);
        assertThat(child.next()).isEqualTo(18);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000 6d646174", // to the end of the file
                "00000007 6d646174", // less than its own header
                "00000009 6d646174", // more than there is
                "00000001 6d646174 000000000000000f", // less than its long header
                "00000001 6d646174 8000000000000010", // below zero
                "00000001 6d646174 7fffffffffffffff",
                "00000001 6d646174 0000",
                "000000",
                "00000008 6d64",
            })
    void aSizeThatCannotBeIsRefused(String text) {
        assertThatExceptionOfType(CmafException.class).isThrownBy(() -> run(text).child(0));
    }

    @Test
    void nothingIsReadBehindTheEndOfABox() throws CmafException {
        BoxReader box = run("0000000a 66726565 cafe 0000000a 66726565 beef").child(0).box();
        assertThat(box.u16(0)).isEqualTo(0xCAFE);
        assertThatExceptionOfType(CmafException.class)
                .isThrownBy(() -> box.u16(1))
                .withMessage("free ends too early");
        assertThatExceptionOfType(CmafException.class).isThrownBy(() -> box.u8(-1));
        assertThatExceptionOfType(CmafException.class).isThrownBy(() -> box.bytes(1, -1));
        assertThatExceptionOfType(CmafException.class)
                .isThrownBy(() -> box.bytes(1, Integer.MAX_VALUE));
    }

    @Test
    void theWayDownEndsWhereABoxIsMissing() throws CmafException {
        BoxReader file = run("00000008 66726565 00000014 6d6f6f76 0000000c 74726b68 07000005");
        assertThat(file.down("moov", "trkh").flags()).isEqualTo(5);
        assertThatExceptionOfType(CmafException.class)
                .isThrownBy(() -> file.down("moov", "mdia"))
                .withMessage("moov has no mdia");
    }

    @Test
    void aTypeThatCannotBePrintedIsShownWithoutHarm() {
        assertThat(BoxReader.typeAt(hex("0a41ff7e"), 0)).isEqualTo("?A?~");
    }
}

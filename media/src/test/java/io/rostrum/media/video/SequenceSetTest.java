package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceSetTest {
    private static final String BASELINE = "6742c00bd901419f9f011000000300100000030140f142a480";

    @ParameterizedTest
    @CsvSource({
        BASELINE + ", 42c00b, 320, 180",
        "674d4016eca05017f536022000000300200000030281e2c5b2c0, 4d4016, 638, 358",
        "67640028acd940780227e5c044000003000400000300503c60c658, 640028, 1920, 1080",
        "67f4000c919b282a33c7c5e022000003000200000300281e28532c, f4000c, 322, 182",
        "677a0016bcd940a03db011000003000100000300140f162d96, 7a0016, 640, 480",
        "67640028acd94078044fde022000000300200000030283e2c5b2c0, 640028, 1920, 1080",
    })
    void readsSizeAndProfileOfWhatX264Writes(String hex, String profile, int width, int height) {
        SequenceSet set = SequenceSet.parse(HexFormat.of().parseHex(hex));
        assertThat(set).isNotNull();
        assertThat(set.profileLevelId()).isEqualTo(profile);
        assertThat(set.width()).isEqualTo(width);
        assertThat(set.height()).isEqualTo(height);
    }

    @Test
    void makesNothingOfAPartOfASet() {
        byte[] whole = HexFormat.of().parseHex(BASELINE);
        for (int length = 0; length < 9; length++) {
            assertThat(SequenceSet.parse(Arrays.copyOf(whole, length))).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "68ce3c80",
                "6742c00b",
                "6742c00b00000000000000000000",
                "6742c00bffffffffffffffffff",
                "67640028ffffffffffffffffffffffffffff",
            })
    void makesNothingOfGarbage(String hex) {
        SequenceSet set = SequenceSet.parse(HexFormat.of().parseHex(hex));
        assertThat(set == null || set.width() <= 16_384).isTrue();
    }

    /** A baseline set of so many macroblocks, of whose frame a strip of one is left. */
    private static byte[] cropped(int columns, int rows) {
        BitWriter out = new BitWriter();
        out.bits(66, 8).bits(0, 8).bits(62, 8);
        out.unsigned(0).unsigned(0).unsigned(2).unsigned(1).bit(0);
        out.unsigned(columns - 1).unsigned(rows - 1).bit(1).bit(1);
        out.bit(1).unsigned(8 * (columns - 1)).unsigned(0).unsigned(8 * (rows - 1)).unsigned(0);
        out.bit(0).bit(1);
        while (!out.aligned()) {
            out.bit(0);
        }
        return out.unit(0x67);
    }

    @Test
    void aFrameOfMoreMacroblocksThanAnyLevelAllowsIsRefusedHoweverLittleOfItIsShown() {
        SequenceSet small = SequenceSet.parse(cropped(40, 30));
        assertThat(small).isNotNull();
        assertThat(small.width()).isEqualTo(16);
        assertThat(SequenceSet.parse(cropped(512, 272))).isNotNull();
        assertThat(SequenceSet.parse(cropped(1_000_000, 2))).isNull();
        assertThat(SequenceSet.parse(cropped(2, 1_000_000))).isNull();
        assertThat(SequenceSet.parse(cropped(1000, 1000))).isNull();
    }
}

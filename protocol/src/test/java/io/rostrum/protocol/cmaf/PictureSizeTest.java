package io.rostrum.protocol.cmaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureSizeTest {
    /** SPS as x264 and Chromium write them. */
    @ParameterizedTest
    @CsvSource({
        "6742c01fda014016ec0440000003004000000f03c60ca8,1280,720",
        "6742c01eda0280bfe5c044000003000400000300f03c58ba80,640,360",
        "6742c01eda05c14797c044000003000400000300f03c58ba80,360,640",
        "6742c00dda05067e7c0440000003004000000f03c50aa8,320,180",
        "6742c028da01e0089f970110000003001000000303c0f1832a,1920,1080",
        "6742c01fda0360f79bc044000003000400000300f03c60ca80,854,480"
    })
    void readsTheSizeOfRealStreams(String sps, int width, int height) {
        assertThat(PictureSize.of(HexFormat.of().parseHex(sps)))
                .isEqualTo(new PictureSize(width, height));
    }

    @Test
    void saysSomethingOfWhatItCannotRead() {
        assertThat(PictureSize.of(new byte[] {0x67})).isEqualTo(PictureSize.UNKNOWN);
    }

    @Test
    void neverFailsAndNeverSaysZero() {
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            byte[] sps = new byte[random.nextInt(40)];
            random.nextBytes(sps);
            PictureSize size = PictureSize.of(sps);
            assertThat(size.width()).isPositive();
            assertThat(size.height()).isPositive();
        }
    }
}

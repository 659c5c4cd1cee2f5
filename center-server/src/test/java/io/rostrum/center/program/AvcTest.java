package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AvcTest {
    @Test
    void theDelimiterGoesAndParameterSetsStandBeforeTheKeyFrame() {
        Avc.Unit unit = new Avc().unit(H264.key(7));
        assertThat(unit.key()).isTrue();
        assertThat(unit.data())
                .containsExactly(
                        Avc.join(
                                List.of(
                                        new byte[] {0x67, 0x42, (byte) 0xC0, 0x1F, 1},
                                        new byte[] {0x68, 1, 2},
                                        new byte[] {0x65, 7})));
    }

    @Test
    void aKeyFrameWithoutParameterSetsGetsThoseSeenBefore() {
        Avc avc = new Avc();
        Avc.Unit first = avc.unit(H264.key(7));
        assertThat(avc.unit(H264.bareIdr(7)).data()).containsExactly(first.data());
    }

    @Test
    void randomBytesNeverThrow() {
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            byte[] data = H264.key(1);
            for (int j = random.nextInt(4); j >= 0; j--) {
                data[random.nextInt(data.length)] = (byte) random.nextInt(random.nextInt(255) + 1);
            }
            new Avc().unit(data);
        }
    }
}

package io.rostrum.media.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CropTest {
    private final Crop crop = new Crop();

    /** Reaches one place for each letter, from {@code a} on. */
    private final Consumer<byte[]> letters =
            input -> {
                for (byte each : input) {
                    Probes.reach(each);
                }
            };

    private void take(String input) {
        crop.take(input.getBytes(US_ASCII), letters);
    }

    private List<String> kept() {
        return crop.kept().stream().map(input -> new String(input, US_ASCII)).toList();
    }

    @Test
    void keepsAnInputThatReachesSomethingNew() {
        take("ab");
        take("ba");
        take("abc");
        assertThat(kept()).containsExactly("ab", "abc");
    }

    @Test
    void leavesOutWhatIsNotNeededToGetThere() {
        take("aaaa");
        take("aaaaaaaaaaaaaaaaxaaaaaaaaaaaaaaa");
        assertThat(kept().getLast()).contains("x").hasSizeLessThan(8);
    }

    @Test
    void aParserSeesAnInputOfItsOwn() {
        byte[] input = {1, 2};
        crop.take(input, own -> own[0] = 9);
        assertThat(input).containsExactly(1, 2);
    }
}

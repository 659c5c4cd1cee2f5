package io.rostrum.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ColourTest {
    @ParameterizedTest
    @FieldSource("io.rostrum.testing.Colour#PALETTE")
    void isRecognisedThoughAnEncoderHasShiftedIt(Colour colour) {
        assertThat(Colour.nearest(colour.red() + 20, colour.green() - 20, colour.blue() + 20))
                .isEqualTo(colour);
    }
}

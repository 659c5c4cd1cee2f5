package io.rostrum.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Network EVE = new Network("192.0.2.7");
    private static final Network ANA = new Network("192.0.2.8");

    private final Places places = new Places(3, 4);

    @Test
    void oneAddressTakesNotAllPlaces() {
        for (int i = 0; i < 3; i++) {
            assertThat(places.take(EVE)).isTrue();
        }
        assertThat(places.take(EVE)).isFalse();
        assertThat(places.take(ANA)).isTrue();
        assertThat(places.take(ANA)).as("all are taken").isFalse();
    }

    @Test
    void aPlaceThatIsGivenBackIsThereAgain() {
        for (int i = 0; i < 100; i++) {
            assertThat(places.take(EVE)).isTrue();
            places.giveBack(EVE);
        }
        assertThat(places.taken()).isZero();
    }

    @Test
    void nobodyGivesBackWhatHeHasNot() {
        assertThatThrownBy(() -> places.giveBack(EVE)).isInstanceOf(IllegalStateException.class);
    }
}

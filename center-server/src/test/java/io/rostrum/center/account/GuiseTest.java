package io.rostrum.center.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuiseTest {
    @ParameterizedTest
    @CsvSource({
        "Ana, \u0410na", // Cyrillic
        "Ana, \u0391na", // Greek
        "ana, \u0430n\u0430",
        "Ana, \u0430NA",
        "Alice, AIice", // capital I for l
        "Paul, Pau1",
        "Chen, \u0421hen",
        "Robin, Ro\u0184in",
        "\u0410\u043D\u044F, \u0410\u043D\u044F"
    })
    void theseLookAlike(String one, String other) {
        assertThat(Guise.of(one).isLike(Guise.of(other))).isTrue();
        assertThat(Guise.of(other).isLike(Guise.of(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Ana, Ann",
        "Ana, Ana (2)",
        "Ana, \u0410\u043D\u044F", // Anya in Cyrillic
        "\u738B\u4F1F, \u738B\u82B3", // two Chinese names
        "Hanna, Henna",
        "Paul, Paula"
    })
    void theseDoNot(String one, String other) {
        assertThat(Guise.of(one).isLike(Guise.of(other))).isFalse();
    }
}

package io.rostrum.protocol.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\u0000na",
                "A\nna",
                "A\r\nna",
                "A\u2028na",
                "A\u2029na",
                "A\u0085na",
                "A\u3164na",
                "A\u2800na",
                "A \t \u00A0na",
                "  A na\u0007"
            })
    void aLineHasNoBreakAndNothingThatIsBlank(String typed) {
        assertThat(Words.line(typed)).isEqualTo("A na");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202EAna",
                "An\u2066a\u2069",
                "A\u200Fna\u200E",
                "\uFEFFAna",
                "A\u00ADna",
                "An\u200Ba",
                "A\u061Cna",
                "An\uDB40\uDC41a",
                "Ana\u200D",
                "\u200DAna",
                "\u200CAna"
            })
    void whatTurnsRoundOrHidesIsLeftOut(String typed) {
        assertThat(Words.line(typed)).isEqualTo("Ana");
    }

    @Test
    void whatPeopleReallyWriteStays() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        String persian = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";
        assertThat(Words.line("王小明 O’Brien-Łukasz (2) " + family + " " + persian))
                .isEqualTo("王小明 O’Brien-Łukasz (2) " + family + " " + persian);
    }

    @Test
    void halfOfASignIsNone() {
        assertThat(Words.line("A\uD83D")).isEqualTo("A\uFFFD");
    }

    @Test
    void nothingVisibleIsNothing() {
        assertThat(Words.line("\u200D\u202E \u3164\u200C\u0000")).isEmpty();
    }

    @Test
    void severalLinesKeepTheirBreaks() {
        assertThat(Words.lines(" One\r\n\ttwo\u202E\u0007\nthree "))
                .isEqualTo("One\n\ttwo \nthree");
    }

    @ParameterizedTest
    @CsvSource({
        "Hanna,hanna",
        "Hanna,HANNA",
        "Hanna,Ｈａｎｎａ",
        "Hanna,ℋanna",
        "Hanna,H a n n a",
        "Hanna,Han\u200Dna",
        "Hanna,Hanna\uFE0F",
        "Straße,STRASSE",
        "王小明,王 小明",
        "fish,ﬁsh"
    })
    void namesThatLookAlikeAreAlike(String one, String other) {
        assertThat(Words.likeness(one)).isEqualTo(Words.likeness(other));
    }

    @ParameterizedTest
    @CsvSource({"Hanna,Hanne", "Hanna,Hánna", "Ana,Ben"})
    void othersAreNot(String one, String other) {
        assertThat(Words.likeness(one)).isNotEqualTo(Words.likeness(other));
    }

    @Test
    void aTextIsNeverCutInTheMiddleOfALetter() {
        assertThat(Words.cut("Ana", 3)).isEqualTo("Ana");
        assertThat(Words.cut("Anna", 3)).isEqualTo("Ann");
        assertThat(Words.cut("Ab\uD83C\uDF89", 4)).isEqualTo("Ab\uD83C\uDF89");
        assertThat(Words.cut("Ab\uD83C\uDF89c", 3)).isEqualTo("Ab");
        assertThat(Words.cut("\uD83C\uDF89", 1)).isEmpty();
        assertThat(Words.cut("a", 0)).isEmpty();
    }
}

package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms as the Unicode standard names them. */
class JoiningTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // seen, lam with alef, meem: beginning; middle with the ligature at its end; alone
        "سلام, FEB3 FEFC FEE1",
        // meem, hah, meem, dal: beginning, middle, middle, end
        "محمد, FEE3 FEA4 FEE4 FEAA",
        // dal does not reach on, so what follows begins anew
        "دب, FEA9 FE8F",
        "ب, FE8F",
        "لا, FEFB",
        // a mark between two letters does not part them
        "بَب, FE91 64E FE90",
        // Persian: peh and farsi yeh
        "پی, FB58 FBFD",
        "ء, FE80",
    })
    void arabicLettersHaveTheFormOfTheirPlace(String word, String codes) {
        assertThat(Joining.of(word)).isEqualTo(text(codes));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // ha, i, na, virama, da, ii
        "हिन्दी, 93F 939 928 94D 926 940",
        // of two consonants that are one, the vowel stands before the first
        "शक्ति, 936 93F 915 94D 924",
        "কি, 9BF 995",
    })
    void aVowelThatIsWrittenFirstStandsFirst(String word, String codes) {
        assertThat(Joining.of(word)).isEqualTo(text(codes));
    }

    @Test
    void whatIsNotWrittenInTheseScriptsStaysAsItIs() {
        for (String text : new String[] {"", "Ana", "王小明", "я", "한", "𠮷", "ि", "्ि"}) {
            assertThat(Joining.of(text)).hasSameSizeAs(text);
        }
        assertThat(Joining.of("Ana 王小明 𠮷")).isEqualTo("Ana 王小明 𠮷");
    }

    private static String text(String codes) {
        StringBuilder text = new StringBuilder();
        for (String code : codes.split(" ")) {
            text.appendCodePoint(Integer.parseInt(code, 16));
        }
        return text.toString();
    }
}

package io.rostrum.streaming.captions;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.streaming.captions.WebVtt.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captions as hosts write them, and as strangers break them. */
class WebVttTest {
    private static final String FILE =
            """
            WEBVTT - a talk
            Kind: captions

            STYLE
            ::cue { color: lime }

            NOTE nobody sees
            this

            intro
            00:01.000 --> 00:02.500 line:0 align:start
            <v Ana>Good <b>evening</b>, all

            01:00:02.000 --> 01:00:04.000
            Tea &amp; &lt;cake&gt;
            <i>for</i> all

            01:00:05.000 --> 01:00:06.000
            """;

    private static List<Cue> read(String file) throws Malformed {
        return WebVtt.read(file.getBytes(UTF_8));
    }

    @Test
    void wordsAndTimesAreKeptAndNothingElse() throws Malformed {
        List<Cue> cues =
                List.of(
                        new Cue(1_000, 2_500, "Good evening, all"),
                        new Cue(3_602_000, 3_604_000, "Tea & <cake>\nfor all"));
        assertThat(read(FILE)).isEqualTo(cues);
        assertThat(read("\uFEFF" + FILE.replace("\n", "\r\n"))).isEqualTo(cues);
        assertThat(read(FILE.replace('\n', '\r'))).isEqualTo(cues);
    }

    @Test
    void whatIsWrittenIsReadAgainAsItWas() throws Malformed {
        List<Cue> cues = read(FILE);
        String written = WebVtt.write(cues);
        assertThat(written).startsWith("WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\n");
        assertThat(written)
                .contains("01:00:02.000 --> 01:00:04.000\nTea &amp; &lt;cake&gt;\nfor all");
        assertThat(read(written)).isEqualTo(cues);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "WEBVTTX\n\n00:00.000 --> 00:01.000\na",
                "1\n00:00:00,000 --> 00:00:01,000\na", // SubRip
                "WEBVTT\n00:00.000 --> 00:01.000\na",
                "WEBVTT\n\n00:00,000 --> 00:01.000\na",
                "WEBVTT\n\n00:60.000 --> 01:01.000\na",
                "WEBVTT\n\n00:01.000 -->00:02.000\na",
                "WEBVTT\n\n00:01.000 --> 00:02.00\na",
                "WEBVTT\n\n00:02.000 --> 00:02.000\na",
                "WEBVTT\n\n00:02.000 --> 00:01.000\na",
                "WEBVTT\n\n00:02.000 --> 00:03.000\na\n\n00:01.000 --> 00:04.000\nb",
                "WEBVTT\n\n00:02.000 --> 00:03.000\na\n00:04.000 --> 00:05.000\nb",
                "WEBVTT\n\nname\nand more\n00:02.000 --> 00:03.000\na",
                "WEBVTT\n\nname",
                "WEBVTT\n\n1000:00:00.000 --> 1000:00:01.000\na",
                "<html>WEBVTT</html>"
            })
    void whatBreaksTheSyntaxIsRefusedInWords(String file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(Malformed.class)
                .message()
                .isNotBlank()
                .hasSizeLessThan(200);
    }

    @Test
    void itMustBeUtf8() {
        byte[] latin = "WEBVTT\n\n00:00.000 --> 00:01.000\nü".getBytes(ISO_8859_1);
        assertThatThrownBy(() -> WebVtt.read(latin)).hasMessageContaining("UTF-8");
    }

    @Test
    void thereIsABoundForEverything() {
        StringBuilder many = new StringBuilder("WEBVTT\n");
        for (int i = 0; i <= WebVtt.MOST_CUES; i++) {
            many.append("\n00:00.000 --> 00:01.000\na\n");
        }
        assertThatThrownBy(() -> read(many.toString())).hasMessageContaining("more than");
        String longest = "x".repeat(WebVtt.LONGEST_TEXT + 1);
        assertThatThrownBy(() -> read("WEBVTT\n\n00:00.000 --> 00:01.000\n" + longest))
                .hasMessageContaining("at most");
    }

    @Test
    void nothingHidesInACue() throws Malformed {
        String evil = "<c.x><img src=x onerror=a()>&lt;script&gt;\u202E\u0007&amp;lt; <unclosed";
        Cue cue = read("WEBVTT\n\n00:00.000 --> 00:01.000\n" + evil).getFirst();
        assertThat(cue.text()).isEqualTo("<script> &lt;");
        assertThat(WebVtt.write(List.of(cue))).contains("&lt;script&gt; &amp;lt;");
    }

    @Test
    void whateverIsChangedInAFileItIsReadOrRefusedAndWhatIsReadCanBeWritten() {
        Random random = new Random(37);
        byte[] alphabet = "\n\r\t :.->0159WEBVTT<&;\u0000é中".getBytes(UTF_8);
        List<String> seen = new ArrayList<>();
        for (int round = 0; round < 20_000; round++) {
            byte[] file = FILE.getBytes(UTF_8);
            for (int i = random.nextInt(6); i >= 0; i--) {
                file[random.nextInt(file.length)] = alphabet[random.nextInt(alphabet.length)];
            }
            try {
                List<Cue> cues = WebVtt.read(file);
                assertThat(read(WebVtt.write(cues))).isEqualTo(cues);
                seen.add("read");
            } catch (Malformed refused) {
                seen.add("refused");
            }
        }
        assertThat(seen).contains("read", "refused");
    }

    @ParameterizedTest
    @CsvSource({"en,en", "ZH-cn,zh-CN", "pt-br,pt-BR", "zh-hant-tw,zh-Hant-TW"})
    void aLanguageIsWrittenInOneWay(String given, String tag) {
        assertThat(Language.parse(given)).contains(new Language(tag));
        assertThat(new Language(tag).name()).isNotBlank().doesNotContain("\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e", "english", "en_US", "en-", "../x", "en.vtt", "en-%00", "中文"})
    void whatIsNoLanguageIsNone(String given) {
        assertThat(Language.parse(given)).isEmpty();
    }
}

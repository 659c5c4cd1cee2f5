package io.rostrum.streaming.captions;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.streaming.timeline.Layer;
import io.rostrum.streaming.timeline.LayerEvent;
import io.rostrum.streaming.timeline.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was typed while a program was on air, as captions of its recording. */
class TypedTest {
    private static final Language EN = new Language("en");

    private static LayerEvent said(int second, String text, String language) {
        return new LayerEvent(second * 90_000L, new Shown.Caption(text, language));
    }

    private static final Layer LAYER =
            new Layer(
                    List.of(
                            said(1, "Hello", "en"),
                            said(2, "你好", "zh-CN"),
                            said(10, "x".repeat(200), "en"),
                            new LayerEvent(0, new Shown.Clock(true)),
                            said(12, "and then", "en"),
                            said(13, "", "en"),
                            said(5, "told late", "en"),
                            said(20, "", "de")));

    @Test
    void aLineStandsUntilTheNextOneOrUntilItIsRead() {
        assertThat(Typed.cues(LAYER, EN))
                .containsExactly(
                        new Cue(1_000, 3_000, "Hello"),
                        new Cue(5_000, 7_000, "told late"),
                        new Cue(10_000, 12_000, "x".repeat(200)),
                        new Cue(12_000, 13_000, "and then"));
    }

    @Test
    void eachLanguageThatWasTypedIsOne() {
        assertThat(Typed.languages(LAYER)).containsExactly(EN, new Language("zh-CN"));
        assertThat(Typed.cues(LAYER, new Language("de"))).isEmpty();
    }
}

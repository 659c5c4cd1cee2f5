package io.rostrum.streaming.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who was on air when. */
class TakesTest {
    private static Takes takes(Take... all) {
        Takes takes = Takes.NONE;
        for (Take take : all) {
            takes = takes.with(take);
        }
        return takes;
    }

    @Test
    void eachLastsUntilTheNextAndTheLastToTheEnd() {
        assertThat(takes(new Take(0, "a"), new Take(10, "b")).spans(30))
                .containsExactly(new Span("a", 0, 10), new Span("b", 10, 30));
    }

    @Test
    void aTakeToldLateOrTwiceStandsInItsPlaceOnce() {
        Takes takes =
                takes(new Take(0, "a"), new Take(20, "c"), new Take(10, "b"), new Take(10, "b"));
        assertThat(takes.all())
                .containsExactly(new Take(0, "a"), new Take(10, "b"), new Take(20, "c"));
    }

    @Test
    void neighboursOfOneNameAreOne() {
        assertThat(takes(new Take(0, "a"), new Take(5, "a"), new Take(10, "b")).spans(12))
                .containsExactly(new Span("a", 0, 10), new Span("b", 10, 12));
    }

    @Test
    void whatLiesBehindTheEndIsNotThereYet() {
        assertThat(takes(new Take(0, "a"), new Take(10, "b")).spans(10))
                .containsExactly(new Span("a", 0, 10));
    }

    @Test
    void aFeedCannotMakeUsKeepWithoutBound() {
        Takes takes = Takes.NONE;
        for (int i = 0; i < Takes.MOST + 5; i++) {
            takes = takes.with(new Take(i, "a"));
        }
        assertThat(takes.all()).hasSize(Takes.MOST);
    }

    @Test
    void areReadAsTheyWereWritten() {
        Takes takes = takes(new Take(0, "Ü\"<"), new Take(7, ""));
        assertThat(Takes.of(takes.toJson())).isEqualTo(takes);
    }
}

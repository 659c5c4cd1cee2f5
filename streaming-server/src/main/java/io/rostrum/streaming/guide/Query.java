package io.rostrum.streaming.guide;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Words that somebody looks for; accents and case aside. */
record Query(List<String> words) {
    private static final int MOST_WORDS = 10;

    static Query of(String text) {
        return new Query(
                Stream.of(folded(text).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Every word stands somewhere in title, host or description. */
    boolean matches(Slot slot) {
        String text = folded(slot.title() + '\n' + slot.host() + '\n' + slot.description());
        return words.stream().allMatch(text::contains);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}

package io.rostrum.streaming.directory;

import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Words that somebody looks for; accents and case aside. */
public record Query(List<String> words) {
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 10;

    public Query {
        words = List.copyOf(words);
    }

    /**
     * @throws Refusal 400 where the text is too long
     */
    public static Query of(String text) {
        if (text.length() > LONGEST) {
            throw new Refusal(Problem.badRequest("q has at most 200 characters."));
        }
        return new Query(
                Stream.of(folded(text).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .limit(MOST_WORDS)
                        .toList());
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Every word stands somewhere in these texts. */
    public boolean matches(String title, String host, String description) {
        if (words.isEmpty()) {
            return true;
        }
        String text = folded(title + '\n' + host + '\n' + description);
        return words.stream().allMatch(text::contains);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}

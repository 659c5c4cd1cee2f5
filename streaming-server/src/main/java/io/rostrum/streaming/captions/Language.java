package io.rostrum.streaming.captions;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A language as HLS and WebVTT name it: a tag of BCP 47, in the case that RFC 5646 recommends.
 *
 * @param tag as {@code en} or {@code zh-CN}
 */
public record Language(String tag) implements Comparable<Language> {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    /** Nothing where it is no such tag. */
    public static Optional<Language> parse(String given) {
        if (!TAG.matcher(given).matches()) {
            return Optional.empty();
        }
        String tag = Locale.forLanguageTag(given).toLanguageTag();
        return tag.equals("und") ? Optional.empty() : Optional.of(new Language(tag));
    }

    /** What its speakers call it; the tag where that is not known. */
    String name() {
        Locale locale = Locale.forLanguageTag(tag);
        String name = locale.getDisplayName(locale);
        return name.isEmpty() ? tag : name.replace('"', '\'');
    }

    @Override
    public int compareTo(Language other) {
        return tag.compareTo(other.tag);
    }
}

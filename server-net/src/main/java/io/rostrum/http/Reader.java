package io.rostrum.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a page that is written here: language and look, as he chose them on one of our pages,
 * else as his browser says.
 *
 * @param language {@code en} or {@code zh}
 * @param look {@code dark} or {@code light}; null: as his system has it
 */
record Reader(String language, @Nullable String look) {
    private static final List<String> LANGUAGES = List.of("en", "zh");
    private static final List<String> LOOKS = List.of("dark", "light");

    static Reader of(HttpServerRequest request) {
        String language =
                chosen(request, "lang", "rostrum-language", LANGUAGES)
                        .or(() ->
                                Preference.best(
                                        request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE),
                                        LANGUAGES))
                        .orElse("en");
        return new Reader(language, chosen(request, "look", "rostrum-look", LOOKS).orElse(null));
    }

    private static Optional<String> chosen(
            HttpServerRequest request, String parameter, String cookie, List<String> all) {
        return one(parameter(request, parameter), all)
                .or(() -> {
                    Cookie kept = request.getCookie(cookie);
                    return one(kept == null ? null : kept.getValue(), all);
                });
    }

    /** A query in bad form has no parameters. */
    private static @Nullable String parameter(HttpServerRequest request, String name) {
        try {
            return request.getParam(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Optional<String> one(@Nullable String value, List<String> all) {
        return all.stream().filter(known -> known.equals(value)).findFirst();
    }

    boolean chinese() {
        return language.equals("zh");
    }

    /** BCP 47. */
    String tag() {
        return chinese() ? "zh-CN" : "en";
    }

    String in(Said words) {
        return chinese() ? words.zh() : words.en();
    }

    /** The same words in both languages. */
    record Said(String en, String zh) {}
}

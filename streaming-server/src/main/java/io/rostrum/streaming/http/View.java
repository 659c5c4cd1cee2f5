package io.rostrum.streaming.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which start page fits who comes: by the kind of his device, or as he chose. */
enum View {
    DESKTOP("index.html"),
    PHONE("index.html"),
    TV("guide.html");

    private static final String NAME = "view";
    private static final long REMEMBERED_SECONDS = 365L * 24 * 3600;

    /** Names that the browsers of TV sets, boxes and consoles give themselves. */
    private static final Pattern TV_AGENT =
            Pattern.compile(
                    "smart-?tv|googletv|android tv|apple ?tv|hbbtv|netcast|web0s|webos\\.tv"
                            + "|\\btizen.*\\btv\\b|bravia|viera|roku|crkey|\\baft[a-z]|\\bkodi\\b"
                            + "|large screen|playstation|xbox",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern PHONE_AGENT =
            Pattern.compile(
                    "iphone|ipod|android.*mobile|mobile.*firefox|windows phone",
                    Pattern.CASE_INSENSITIVE);

    private final String page;

    View(String page) {
        this.page = page;
    }

    String page() {
        return page;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The view for this request; a choice by {@code ?view=} is remembered in a cookie. */
    static View of(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        HttpServerResponse response = ctx.response();
        response.putHeader("Vary", "User-Agent, Sec-CH-UA-Mobile, Cookie, Accept-Encoding");
        Optional<View> wanted = named(request.getParam(NAME));
        wanted.ifPresent(view -> response.addCookie(cookie(view, request.isSSL())));
        Cookie kept = request.getCookie(NAME);
        return wanted.or(() -> named(kept == null ? null : kept.getValue()))
                .orElseGet(() ->
                        guessed(
                                request.getHeader("User-Agent"),
                                request.getHeader("Sec-CH-UA-Mobile")));
    }

    /**
     * @param mobile the client hint (RFC 8942, User-Agent Client Hints), {@code ?1} on a phone
     */
    static View guessed(@Nullable String agent, @Nullable String mobile) {
        String name = agent == null ? "" : agent;
        if (TV_AGENT.matcher(name).find()) {
            return TV;
        }
        return "?1".equals(mobile) || PHONE_AGENT.matcher(name).find() ? PHONE : DESKTOP;
    }

    private static Optional<View> named(@Nullable String name) {
        return Stream.of(values()).filter(view -> view.word().equals(name)).findFirst();
    }

    private static Cookie cookie(View view, boolean secure) {
        return Cookie.cookie(NAME, view.word())
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(secure)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(REMEMBERED_SECONDS);
    }
}

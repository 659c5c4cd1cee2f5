package io.rostrum.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rostrum.http.Reader.Said;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A refusal for a person who reads with a browser: what happened and what to do, in his language
 * and look. It needs no script and no other file. The connection's event loop.
 */
final class ErrorPage {
    private static final String TYPE = "text/html; charset=utf-8";
    private static final String MARK =
            "<svg viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" aria-hidden=\"true\""
                    + " fill=\"currentColor\"><path d=\"M4.5 5h15l-1.5 4.5H6zM8 13h8l-1 7H9z\"/></svg>";

    /** The look of our pages (base.css), as much of it as this one needs. */
    private static final String STYLE =
            """
            :root{color-scheme:light dark;font:400 100%/1.5 system-ui,-apple-system,'Segoe UI',Roboto,\
            'Noto Sans','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;\
            background:light-dark(#fff,#0e1116);color:light-dark(#14181d,#f0f3f6)}
            :root[data-theme=dark]{color-scheme:dark}:root[data-theme=light]{color-scheme:light}
            body{margin:0;min-height:100dvh;display:grid;grid-template-rows:auto 1fr}
            header{display:flex;justify-content:space-between;align-items:center;padding:.5rem 1.5rem}
            a{color:light-dark(#0b62c4,#6cb2ff)}
            header a{display:inline-flex;align-items:center;gap:.5rem;min-height:2.75rem;\
            color:inherit;text-decoration:none}
            .mark{font-weight:700}.other{font-size:.875rem;color:light-dark(#4f5b67,#a3adb8)}
            main{align-self:center;justify-self:center;max-width:34rem;padding:1.5rem;text-align:center}
            h1{margin:0 0 .75rem;font-size:1.75rem;line-height:1.25;font-weight:650;text-wrap:balance}
            p{margin:0 0 1.5rem;overflow-wrap:anywhere;text-wrap:pretty}
            .ways{display:flex;flex-wrap:wrap;justify-content:center;gap:.5rem}
            .ways a{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 1rem;\
            border-radius:8px;border:1px solid light-dark(#d5dbe1,#2c3540);color:inherit;\
            font-weight:600;text-decoration:none}
            .ways .first{border-color:transparent;background:light-dark(#0b62c4,#6cb2ff);\
            color:light-dark(#fff,#0e1116)}
            a:focus-visible{outline:2px solid light-dark(#0b62c4,#6cb2ff);outline-offset:2px}
            small{color:light-dark(#4f5b67,#a3adb8)}
            """;

    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-"
                    + hash(STYLE)
                    + "'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
                    + " 'none'";

    private static final Said START = new Said("To the start page", "返回首页");
    private static final Said AGAIN = new Said("Try again", "重试");

    private ErrorPage() {}

    /** Whether a person asks: only browsers name HTML, and they do where they open a page. */
    static boolean wanted(HttpServerRequest request) {
        List<String> accept = request.headers().getAll(HttpHeaders.ACCEPT);
        HttpMethod method = request.method();
        boolean reads = HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
        double html = Preference.weight(accept, "text/html", "application/xhtml+xml");
        return reads
                && html > 0
                && html >= Preference.weight(accept, MediaType.JSON, ProblemReply.MEDIA_TYPE);
    }

    static void send(HttpServerRequest request, int status, JsonObject problem) {
        String type = problem.getString("type", "");
        String code = type.substring(type.lastIndexOf('/') + 1);
        Buffer body = Buffer.buffer(write(Reader.of(request), code, status).getBytes(UTF_8));
        HttpServerResponse response =
                request.response()
                        .setStatusCode(status)
                        .putHeader(HttpHeaders.CONTENT_TYPE, TYPE)
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .putHeader(HttpHeaders.VARY, "Accept, Accept-Language, Cookie")
                        .putHeader("Content-Security-Policy", POLICY)
                        .putHeader("X-Content-Type-Options", "nosniff")
                        .putHeader("Referrer-Policy", "same-origin")
                        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        boolean head = HttpMethod.HEAD.equals(request.method());
        var _ = head ? response.end() : response.end(body);
    }

    /** Nothing of the request stands in it: neither path nor words. */
    static String write(Reader reader, String code, int status) {
        ErrorWords words = ErrorWords.of(code, status);
        boolean passes = status >= 500 || status == 429 || status == 408;
        String theme = reader.look() == null ? "" : " data-theme=\"" + reader.look() + '"';
        String title = Html.escaped(reader.in(words.title()));
        return "<!doctype html><html lang=\""
                + reader.tag()
                + '"'
                + theme
                + "><head><meta charset=\"utf-8\"/><meta name=\"viewport\""
                + " content=\"width=device-width, initial-scale=1\"/>"
                + (status == 503 ? "<meta http-equiv=\"refresh\" content=\"5\"/>" : "")
                + "<meta name=\"robots\" content=\"noindex\"/><title>"
                + title
                + " · Rostrum</title><link rel=\"icon\" href=\"/icon.svg\" type=\"image/svg+xml\"/>"
                + "<style>"
                + STYLE
                + "</style></head><body><header><a class=\"mark\" href=\"/\">"
                + MARK
                + "Rostrum</a>"
                + otherLanguage(reader)
                + "</header><main><h1>"
                + title
                + "</h1><p>"
                + Html.escaped(reader.in(words.advice()))
                + "</p><div class=\"ways\">"
                + (passes ? way("", AGAIN, reader, true) : "")
                + way("/", START, reader, !passes)
                + "</div><p></p><small>"
                + status
                + " · "
                + Html.escaped(code)
                + "</small></main></body></html>";
    }

    private static String otherLanguage(Reader reader) {
        return reader.chinese()
                ? "<a class=\"other\" lang=\"en\" hreflang=\"en\" href=\"?lang=en\">English</a>"
                : "<a class=\"other\" lang=\"zh-CN\" hreflang=\"zh-CN\" href=\"?lang=zh\">中文</a>";
    }

    private static String way(String address, Said said, Reader reader, boolean first) {
        return "<a href=\""
                + address
                + '"'
                + (first ? " class=\"first\"" : "")
                + '>'
                + reader.in(said)
                + "</a>";
    }

    private static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

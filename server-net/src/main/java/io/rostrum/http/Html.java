package io.rostrum.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Words put into HTML so that they stay words. */
public final class Html {
    private Html() {}

    /** For text and for attributes in quotes. */
    public static String escaped(String words) {
        StringBuilder out = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(point -> append(out, point));
        return out.toString();
    }

    private static void append(StringBuilder out, int point) {
        switch (point) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
        }
    }

    /** For a parameter of an address. */
    public static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}

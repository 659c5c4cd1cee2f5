package io.rostrum.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How others name a server, whatever the Host header of a request says. */
public final class PublicUrl {
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

    private PublicUrl() {}

    /**
     * What absolute addresses begin with, without a slash at the end.
     *
     * @param given by the operator; null for the address that is listened on
     */
    public static String of(@Nullable URI given, @Nullable Tls tls, String bind, int port) {
        if (given != null) {
            return given.toString();
        }
        String host = EVERYWHERE.contains(bind) ? "127.0.0.1" : bind;
        return (tls == null ? "http://" : "https://")
                + (host.contains(":") ? "[" + host + "]" : host)
                + ":"
                + port;
    }

    /**
     * The origin of an address as browsers send it (RFC 6454 section 6.2): scheme, host, and the
     * port where it is not the scheme's own. Empty where the address is none.
     */
    public static String origin(String address) {
        try {
            URI uri = URI.create(address);
            String scheme = lower(uri.getScheme());
            String host = lower(uri.getHost());
            boolean own = uri.getPort() < 0 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
            return scheme.isEmpty() || host.isEmpty()
                    ? ""
                    : scheme + "://" + host + (own ? "" : ":" + uri.getPort());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}

package io.rostrum.gate;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: whoever is at the other end, or whom a proxy of ours names. Immutable.
 *
 * <p>Proxies add to the right of what they got, so it is read from there, only while the word comes
 * from a trusted one: whatever a client wrote himself stands further left and is never reached.
 *
 * @param trusted proxies; none: no header is believed
 * @param header in which they name the client
 */
public record Callers(List<Subnet> trusted, ProxyHeader header) {
    /** Nobody forwards. */
    public static final Callers DIRECT = new Callers(List.of(), ProxyHeader.X_FORWARDED_FOR);

    private static final String FOR = "for=";

    public Callers {
        trusted = List.copyOf(trusted);
    }

    public Network of(HttpServerRequest request) {
        return Network.of(address(request.remoteAddress(), request.headers()));
    }

    /**
     * Whether somebody on this machine asks, and nobody for others.
     *
     * <p>Not with any forwarding header, trusted or not: a proxy of this machine is no local tool.
     */
    public static boolean fromThisMachine(HttpServerRequest request) {
        InetAddress peer = literal(request.remoteAddress().hostAddress());
        MultiMap headers = request.headers();
        return peer != null
                && peer.isLoopbackAddress()
                && !headers.contains("Via")
                && !headers.contains("X-Real-IP")
                && !headers.contains(ProxyHeader.FORWARDED.header())
                && !headers.contains(ProxyHeader.X_FORWARDED_FOR.header());
    }

    @Nullable InetAddress address(SocketAddress remote, MultiMap headers) {
        InetAddress caller = literal(remote.hostAddress());
        List<String> said = said(headers);
        for (int at = said.size() - 1; at >= 0 && isTrusted(caller); at--) {
            InetAddress before = literal(node(said.get(at)));
            if (before == null) {
                return caller;
            }
            caller = before;
        }
        return caller;
    }

    private boolean isTrusted(@Nullable InetAddress address) {
        return address != null && trusted.stream().anyMatch(one -> one.contains(address));
    }

    /** A header that is there twice is one list (RFC 9110 section 5.3). */
    private List<String> said(MultiMap headers) {
        List<String> all = new ArrayList<>();
        for (String line : headers.getAll(header.header())) {
            all.addAll(List.of(line.split(",", -1)));
        }
        return all;
    }

    /** The address in an element: {@code 192.0.2.1}, {@code for="[2001:db8::1]:4711"}. */
    private String node(String element) {
        String text = element.strip();
        if (header == ProxyHeader.FORWARDED) {
            text = parameter(text);
        }
        text = text.replace("\"", "");
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? "" : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }

    private static String parameter(String element) {
        for (String pair : element.split(";", -1)) {
            String text = pair.strip();
            if (text.toLowerCase(Locale.ROOT).startsWith(FOR)) {
                return text.substring(FOR.length());
            }
        }
        return "";
    }

    /** Never a name, which would be looked up. */
    private static @Nullable InetAddress literal(@Nullable String text) {
        try {
            return text == null ? null : InetAddress.ofLiteral(withoutZone(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String withoutZone(String text) {
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}

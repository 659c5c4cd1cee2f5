package io.rostrum.gate;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the operator's figures are served.
 *
 * @param bind address of a port of their own
 * @param port of their own; 0: any free one; {@link #NONE}: the main port, for this machine alone
 * @param hosts further names by which readers call us
 */
public record AdminSettings(String bind, int port, Set<String> hosts) {
    /** No port of their own. */
    public static final int NONE = -1;

    public static final String BIND = "127.0.0.1";

    private static final int LAST = 65535;

    private static final String HERE = "localhost";

    public AdminSettings {
        hosts = hosts.stream().map(AdminSettings::plain).collect(Collectors.toUnmodifiableSet());
        if (port < NONE || port > LAST) {
            throw new IllegalArgumentException("--admin-port is not a port: " + port);
        }
    }

    public AdminSettings(String bind, int port) {
        this(bind, port, Set.of());
    }

    /**
     * Whether somebody who calls us so means us, and is no page of another site whose name was made
     * to lead here (DNS rebinding): by an address, which nobody can make lead elsewhere; as this
     * machine calls itself (RFC 6761 section 6.3); or by a name that the operator gave.
     *
     * @param host as the request names it; null where it names none, as no browser does
     */
    boolean isOurs(@Nullable String host) {
        if (host == null) {
            return true;
        }
        String name = plain(host);
        return name.equals(HERE)
                || name.endsWith("." + HERE)
                || name.equals(plain(bind))
                || hosts.contains(name)
                || address(name) != null;
    }

    boolean isOurs(HttpServerRequest request) {
        HostAndPort named = request.authority();
        return isOurs(named == null ? request.getHeader(HttpHeaders.HOST) : named.host());
    }

    /** Names are the same in capitals and with the dot of the root. */
    private static String plain(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    public boolean hasPort() {
        return port != NONE;
    }

    /**
     * Whether the main port may serve them to who asks from this machine.
     *
     * <p>Not where a proxy may be what asks: it can stand on this machine and say nothing of whom
     * it asks for.
     *
     * @param publicUrl as others reach the server; null: as it listens
     */
    boolean onMainPort(Callers callers, @Nullable URI publicUrl) {
        return !hasPort() && callers.trusted().isEmpty() && isLocal(publicUrl);
    }

    private static boolean isLocal(@Nullable URI url) {
        String host = url == null ? HERE : url.getHost();
        if (host == null) {
            return false;
        }
        InetAddress address = address(host);
        return address == null ? host.equals(HERE) : address.isLoopbackAddress();
    }

    /** Null where it is a name. */
    private static @Nullable InetAddress address(String host) {
        try {
            return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", ""));
        } catch (IllegalArgumentException name) {
            return null;
        }
    }
}

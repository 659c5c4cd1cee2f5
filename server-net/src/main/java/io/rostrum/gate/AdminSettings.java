package io.rostrum.gate;

import java.net.InetAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the operator's figures are served.
 *
 * @param bind address of a port of their own
 * @param port of their own; 0: any free one; {@link #NONE}: the main port, for this machine alone
 */
public record AdminSettings(String bind, int port) {
    /** No port of their own. */
    public static final int NONE = -1;

    public static final String BIND = "127.0.0.1";

    private static final int LAST = 65535;

    public AdminSettings {
        if (port < NONE || port > LAST) {
            throw new IllegalArgumentException("--admin-port is not a port: " + port);
        }
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
        String host = url == null ? "localhost" : url.getHost();
        if (host == null) {
            return false;
        }
        try {
            return host.equals("localhost")
                    || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }
}

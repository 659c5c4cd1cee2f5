package io.rostrum.gate;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the operator says of strangers.
 *
 * @param entriesPerMinute how often one address may come in, at once and in a minute
 */
public record GateSettings(Callers callers, int entriesPerMinute, AdminSettings admin) {
    public GateSettings {
        if (entriesPerMinute < 1 || entriesPerMinute > 1_000_000) {
            throw new IllegalArgumentException(
                    "--entries-per-minute has to be from 1 to 1000000: " + entriesPerMinute);
        }
    }

    public static GateSettings defaults() {
        return new GateSettings(
                Callers.DIRECT,
                Prices.ENTRIES,
                new AdminSettings(AdminSettings.BIND, AdminSettings.NONE));
    }

    /**
     * Those of the options of that name.
     *
     * @throws IllegalArgumentException with one line for the operator
     */
    public static GateSettings of(
            List<String> trustedProxies,
            String proxyHeader,
            int entriesPerMinute,
            AdminSettings admin) {
        List<Subnet> trusted =
                trustedProxies.stream().map(text -> Subnet.of("--trusted-proxy", text)).toList();
        return new GateSettings(
                new Callers(trusted, ProxyHeader.of("--proxy-header", proxyHeader)),
                entriesPerMinute,
                admin);
    }

    /**
     * Who may read the figures on the main port: nobody, or who asks from this machine by a name of
     * ours.
     */
    public Predicate<HttpServerRequest> readers(@Nullable URI publicUrl) {
        return admin.onMainPort(callers, publicUrl)
                ? request -> Callers.fromThisMachine(request) && admin.isOurs(request)
                : request -> false;
    }

    /** Sockets that one address holds open at the same time: a large house behind one address. */
    public int socketsHeld() {
        return 4 * entriesPerMinute;
    }
}

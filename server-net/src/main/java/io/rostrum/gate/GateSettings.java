package io.rostrum.gate;

import java.util.List;

/**
 * What the operator says of strangers.
 *
 * @param entriesPerMinute how often one address may come in, at once and in a minute
 */
public record GateSettings(Callers callers, int entriesPerMinute) {
    public GateSettings {
        if (entriesPerMinute < 1 || entriesPerMinute > 1_000_000) {
            throw new IllegalArgumentException(
                    "--entries-per-minute has to be from 1 to 1000000: " + entriesPerMinute);
        }
    }

    public static GateSettings defaults() {
        return new GateSettings(Callers.DIRECT, Prices.ENTRIES);
    }

    /**
     * Those of the options of that name.
     *
     * @throws IllegalArgumentException with one line for the operator
     */
    public static GateSettings of(
            List<String> trustedProxies, String proxyHeader, int entriesPerMinute) {
        List<Subnet> trusted =
                trustedProxies.stream().map(text -> Subnet.of("--trusted-proxy", text)).toList();
        return new GateSettings(
                new Callers(trusted, ProxyHeader.of("--proxy-header", proxyHeader)),
                entriesPerMinute);
    }

    /** Sockets that one address holds open at the same time: a large house behind one address. */
    public int socketsHeld() {
        return 4 * entriesPerMinute;
    }
}

package io.rostrum.center.admin;

import io.rostrum.center.signal.Allowance;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How often one address may do something costly; remembers the last few thousand addresses. */
public final class AddressLimit {
    private static final int MOST_ADDRESSES = 4096;

    private final int perMinute;
    private final LongSupplier nanoClock;
    private final Map<String, Allowance> allowances =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
                    return size() > MOST_ADDRESSES;
                }
            };

    public AddressLimit(int perMinute, LongSupplier nanoClock) {
        this.perMinute = perMinute;
        this.nanoClock = nanoClock;
    }

    synchronized boolean allows(String address) {
        long now = nanoClock.getAsLong();
        double perSecond = (double) perMinute / Duration.ofMinutes(1).toSeconds();
        return allowances
                .computeIfAbsent(address, first -> new Allowance(perSecond, perMinute, now))
                .take(now);
    }
}

package io.rostrum.gate;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each address has left of everything dear. Any thread.
 *
 * <p>Every thing has a line of its own in an address's account, so that somebody who tries
 * passwords takes the way in from nobody who shares his address. Remembers the last few thousand
 * addresses: whoever has more of them has that many budgets anyway, forgotten or not.
 */
public final class Budget {
    static final int MOST_ADDRESSES = 16_384;

    private final Prices prices;

    /** For each line that was drawn on, the moment at which everything is there again. */
    private final Map<Network, EnumMap<Dear, Long>> accounts =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<Network, EnumMap<Dear, Long>> eldest) {
                    return size() > MOST_ADDRESSES;
                }
            };

    public Budget(Prices prices) {
        this.prices = prices;
    }

    /** Takes one: 0 where there was one, else the seconds until there is; nothing is taken then. */
    public synchronized long spend(Network who, Dear what, long nowNanos) {
        Price price = prices.price(what);
        Map<Dear, Long> account = accounts.computeIfAbsent(who, first -> new EnumMap<>(Dear.class));
        long owed = Math.max(0, account.getOrDefault(what, nowNanos) - nowNanos) + price.nanos();
        long wait = owed - price.atOnce() * price.nanos();
        if (wait > 0) {
            return Duration.ofNanos(wait).plusSeconds(1).minusNanos(1).toSeconds();
        }
        account.put(what, nowNanos + owed);
        return 0;
    }

    /** What was taken last did not count. */
    public synchronized void giveBack(Network who, Dear what) {
        Map<Dear, Long> account = accounts.get(who);
        if (account != null) {
            account.computeIfPresent(what, (line, full) -> full - prices.price(line).nanos());
        }
    }

    /** How many addresses are remembered. */
    synchronized int size() {
        return accounts.size();
    }
}

package io.rostrum.center.room;

import org.jspecify.annotations.Nullable;

/** How much may be spent: so much at once, so much a second in the long run. */
final class Budget {
    private static final double SECOND = 1e9;

    private final double most;
    private final double perSecond;
    private double left;

    /** When it was counted last; null while nothing was spent. */
    private @Nullable Long counted;

    /**
     * A full one.
     *
     * @param most at once
     */
    Budget(double most, double perSecond) {
        this.most = most;
        this.perSecond = perSecond;
        left = most;
    }

    /**
     * Spends that, where it is there.
     *
     * @param cost at most what may be spent at once
     * @return whole seconds until there is enough; 0 where it was spent
     */
    int spend(double cost, long nowNanos) {
        Long before = counted;
        if (before != null) {
            left = Math.min(most, left + (nowNanos - before) * perSecond / SECOND);
        }
        counted = nowNanos;
        if (left >= cost) {
            left -= cost;
            return 0;
        }
        return (int) Math.max(1, Math.ceil((cost - left) / perSecond));
    }
}

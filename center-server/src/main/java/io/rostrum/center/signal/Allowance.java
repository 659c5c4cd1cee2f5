package io.rostrum.center.signal;

/** A token bucket: so many at once, so many a second in the long run. */
final class Allowance {
    private static final double SECOND = 1e9;

    private final double perNano;
    private final double most;
    private double left;
    private long last;

    Allowance(double perSecond, int burst, long nowNanos) {
        perNano = perSecond / SECOND;
        most = burst;
        left = burst;
        last = nowNanos;
    }

    /** Whether one more is allowed now. */
    boolean take(long nowNanos) {
        left = Math.min(most, left + (nowNanos - last) * perNano);
        last = nowNanos;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}

package io.rostrum.center.program;

import java.util.concurrent.atomic.LongAdder;

/** What the programs of a server could not take in time. Any thread. */
public final class Drops {
    private final LongAdder late = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private final LongAdder unconverted = new LongAdder();

    void onBroken() {
        broken.increment();
    }

    /** Programs that ended by a fault of ours. */
    public long broken() {
        return broken.sum();
    }

    void onLate() {
        late.increment();
    }

    void onUnconverted(long more) {
        unconverted.add(more);
    }

    /** Pictures and ticks of sound that a program's thread could not take in time. */
    public long late() {
        return late.sum();
    }

    /** Pictures of which no converted one came. */
    public long unconverted() {
        return unconverted.sum();
    }
}

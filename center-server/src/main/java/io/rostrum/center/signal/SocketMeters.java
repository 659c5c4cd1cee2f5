package io.rostrum.center.signal;

import java.util.concurrent.atomic.LongAdder;

/** What slow clients did not get, and who was sent away. Any thread. */
public final class SocketMeters {
    private final LongAdder levels = new LongAdder();
    private final LongAdder stills = new LongAdder();
    private final LongAdder slow = new LongAdder();
    private final LongAdder gaveWay = new LongAdder();

    void onLevelsSkipped() {
        levels.increment();
    }

    void onStillSkipped() {
        stills.increment();
    }

    void onTooSlow() {
        slow.increment();
    }

    void onGaveWay() {
        gaveWay.increment();
    }

    /** Messages of levels that were left out, since the one before was still on its way. */
    public long levelsSkipped() {
        return levels.sum();
    }

    /** Stills that were left out, since too much was on its way. */
    public long stillsSkipped() {
        return stills.sum();
    }

    /** Clients that were sent away because too much waited for them. */
    public long tooSlow() {
        return slow.sum();
    }

    /** Sockets that had joined nothing and gave way to others, where all places were taken. */
    public long gaveWay() {
        return gaveWay.sum();
    }
}

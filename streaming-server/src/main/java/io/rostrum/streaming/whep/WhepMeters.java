package io.rostrum.streaming.whep;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what viewers by WHEP get. Any thread. */
public final class WhepMeters {
    private final AtomicInteger viewers = new AtomicInteger();
    private final Counter opened;
    private final Counter connected;
    private final Counter refused;
    private final Counter dropped;
    private final Counter packets;
    private final Counter repeated;
    private final Counter lost;

    public WhepMeters(MeterRegistry registry) {
        Gauge.builder("rostrum.whep.viewers", viewers, AtomicInteger::get).register(registry);
        opened = registry.counter("rostrum.whep.opened");
        connected = registry.counter("rostrum.whep.connected");
        refused = registry.counter("rostrum.whep.refused");
        dropped = registry.counter("rostrum.whep.dropped");
        packets = registry.counter("rostrum.whep.packets");
        repeated = registry.counter("rostrum.whep.repeated");
        lost = registry.counter("rostrum.whep.lost");
    }

    /** Takes a place if there is one. */
    boolean enter(int most) {
        boolean free = viewers.getAndUpdate(now -> now < most ? now + 1 : now) < most;
        (free ? opened : refused).increment();
        return free;
    }

    void leave() {
        viewers.decrementAndGet();
    }

    void connected() {
        connected.increment();
    }

    void refused() {
        refused.increment();
    }

    void dropped() {
        dropped.increment();
    }

    void sent(long newPackets, long newRepeated, long newLost) {
        packets.increment((double) newPackets);
        repeated.increment((double) newRepeated);
        lost.increment((double) newLost);
    }
}

package io.rostrum.streaming.whep;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rostrum.net.DropWatch;
import io.rostrum.net.MediaPort;

/** Counts what viewers by WHEP get. Any thread. */
public final class WhepMeters {
    private final MeterRegistry registry;
    private final Counter opened;
    private final Counter connected;
    private final Counter refused;
    private final Counter dropped;
    private final Counter refusedPackets;
    private final Counter malformed;
    private final Counter beside;
    private final Counter packets;
    private final Counter repeated;
    private final Counter lost;
    private final Counter silent;

    public WhepMeters(MeterRegistry registry) {
        this.registry = registry;
        opened = registry.counter("rostrum.whep.opened");
        connected = registry.counter("rostrum.whep.connected");
        refused = registry.counter("rostrum.whep.refused");
        dropped = registry.counter("rostrum.whep.dropped");
        refusedPackets = registry.counter("rostrum.whep.packets.dropped");
        beside = registry.counter("rostrum.whep.packets.beside");
        malformed = registry.counter("rostrum.whep.reports.malformed");
        packets = registry.counter("rostrum.whep.packets");
        repeated = registry.counter("rostrum.whep.repeated");
        lost = registry.counter("rostrum.whep.lost");
        silent = registry.counter("rostrum.whep.silent");
    }

    /** Counts what a port could not send. */
    void watch(MediaPort port) {
        FunctionCounter.builder("rostrum.datagrams.dropped", port, MediaPort::dropped)
                .tag("port", Integer.toString(port.number()))
                .description("not sent because the kernel took none for too long")
                .register(registry);
        FunctionCounter.builder("rostrum.datagrams.in", port, MediaPort::received)
                .tag("port", Integer.toString(port.number()))
                .register(registry);
        FunctionCounter.builder("rostrum.datagrams.out", port, MediaPort::sent)
                .tag("port", Integer.toString(port.number()))
                .register(registry);
        FunctionCounter.builder("rostrum.datagrams.too.large", port, MediaPort::tooLarge)
                .tag("port", Integer.toString(port.number()))
                .register(registry);
    }

    /** Shows who is in, and who has asked and is not connected yet. */
    void watch(Entrance entrance) {
        Gauge.builder("rostrum.whep.viewers", entrance, Entrance::viewers).register(registry);
        Gauge.builder("rostrum.whep.asking", entrance, Entrance::asking).register(registry);
        FunctionCounter.builder("rostrum.whep.gave.way", entrance, Entrance::gaveWay)
                .description("had asked, were not connected yet, and gave way to others")
                .register(registry);
    }

    /** The drops of the hall, for the log. */
    public DropWatch watch(DropWatch log) {
        return log.of("samples for viewers", () -> (long) dropped.count())
                .of("packets of viewers", () -> (long) refusedPackets.count())
                .of("malformed reports of viewers", () -> (long) malformed.count());
    }

    /**
     * What went no further.
     *
     * @param more while the path stood
     * @param moreBeside before it did, or after
     */
    void refusedPackets(long more, long moreBeside) {
        refusedPackets.increment((double) more);
        beside.increment((double) moreBeside);
    }

    void malformed(int more) {
        malformed.increment(more);
    }

    void asked(Entrance.Answer answer) {
        (answer == Entrance.Answer.COME_IN ? opened : refused).increment();
    }

    void connected() {
        connected.increment();
    }

    void refused() {
        refused.increment();
    }

    void silent() {
        silent.increment();
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

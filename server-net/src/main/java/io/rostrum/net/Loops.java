package io.rostrum.net;

import io.rostrum.media.buffer.BufferPool;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** All loops; work goes to them in turn. */
public final class Loops {
    /** Buffers that a loop keeps: history for NACKs of some hundred streams. */
    private static final int KEPT_BUFFERS = 16 * 1024;

    private final List<Loop> loops;
    private final AtomicInteger next = new AtomicInteger();

    private Loops(List<Loop> loops) {
        this.loops = List.copyOf(loops);
    }

    /** Opens one port after the other; fails with a sentence for the operator. */
    public static Future<Loops> open(Vertx vertx, Ports ports, LongSupplier nanoClock) {
        List<Future<Loop>> opening = new ArrayList<>();
        for (int i = 0; i < ports.count(); i++) {
            InetSocketAddress address = new InetSocketAddress(ports.bind(), ports.at(i));
            opening.add(loop((VertxInternal) vertx, address, nanoClock));
        }
        return Future.join(opening)
                .map(all -> new Loops(opening.stream().map(Future::result).toList()));
    }

    private static Future<Loop> loop(
            VertxInternal vertx, InetSocketAddress address, LongSupplier nanoClock) {
        ContextInternal context = vertx.createEventLoopContext();
        BufferPool pool = new BufferPool(KEPT_BUFFERS);
        return MediaPort.open(context, pool, address, vertx.isNativeTransportEnabled(), nanoClock)
                .map(port -> new Loop(context, port, pool));
    }

    public List<Loop> all() {
        return loops;
    }

    /** The loop for the next piece of work. */
    public Loop next() {
        return loops.get(Math.floorMod(next.getAndIncrement(), loops.size()));
    }

    public Future<Void> close() {
        return Future.join(loops.stream().map(loop -> loop.port().close()).toList()).mapEmpty();
    }
}

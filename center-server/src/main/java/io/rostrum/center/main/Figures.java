package io.rostrum.center.main;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.rostrum.center.conversion.Conversions;
import io.rostrum.center.peer.MediaCounters;
import io.rostrum.center.program.Drops;
import io.rostrum.center.room.Rooms;
import io.rostrum.center.signal.SocketMeters;
import io.rostrum.center.still.StillMaker;
import io.rostrum.net.DropWatch;
import io.rostrum.net.LogThread;
import io.rostrum.net.Loop;
import io.rostrum.net.Loops;
import io.rostrum.net.MediaPort;
import java.util.function.ToDoubleFunction;

/** The figures that the operator's Prometheus collects. */
final class Figures {
    private Figures() {}

    static void register(
            MeterRegistry registry, Loops loops, MediaCounters media, Drops drops, Rooms rooms) {
        Gauge.builder("rostrum.rooms.open", rooms, all -> all.all().size())
                .description("rooms in memory")
                .register(registry);
        Gauge.builder("rostrum.peers", media, MediaCounters::peers)
                .description("participants with a media connection")
                .register(registry);
        count(registry, "rostrum.rtp.in", media, MediaCounters::rtpIn);
        count(registry, "rostrum.rtp.out", media, MediaCounters::rtpOut);
        count(registry, "rostrum.bytes.in", media, MediaCounters::bytesIn);
        count(registry, "rostrum.bytes.out", media, MediaCounters::bytesOut);
        count(registry, "rostrum.packets.dropped", media, MediaCounters::dropped);
        count(registry, "rostrum.packets.unbound", media, MediaCounters::unbound);
        count(registry, "rostrum.reports.malformed", media, MediaCounters::malformed);
        FunctionCounter.builder("rostrum.program.dropped", drops, Drops::late).register(registry);
        FunctionCounter.builder("rostrum.program.broken", drops, Drops::broken)
                .description("programs that ended by a fault of ours")
                .register(registry);
        FunctionCounter.builder("rostrum.program.unconverted", drops, Drops::unconverted)
                .register(registry);
        count(registry, "rostrum.cuts", media, MediaCounters::cuts);
        count(registry, "rostrum.cuts.caught.up", media, MediaCounters::caughtUp);
        count(registry, "rostrum.pictures.given.up", media, MediaCounters::givenUp);
        count(registry, "rostrum.pictures.refused", media, MediaCounters::refused);
        count(registry, "rostrum.packets.ignored", media, MediaCounters::ignored);
        count(registry, "rostrum.peers.silent", media, MediaCounters::silent);
        lines(registry, media);
        for (Loop loop : loops.all()) {
            port(registry, loop.port());
        }
        new JvmMemoryMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
    }

    static void register(MeterRegistry registry, Conversions conversions) {
        Gauge.builder("rostrum.conversions", conversions, Conversions::running)
                .description("sources whose pictures are coded anew now")
                .register(registry);
        FunctionCounter.builder("rostrum.conversions.begun", conversions, Conversions::begun)
                .register(registry);
        FunctionCounter.builder("rostrum.conversions.refused", conversions, Conversions::refused)
                .description("sources that were one too many")
                .register(registry);
        FunctionCounter.builder("rostrum.conversions.failed", conversions, Conversions::failed)
                .description("sources whose thread ended by a fault")
                .register(registry);
        FunctionCounter.builder("rostrum.conversions.pictures", conversions, Conversions::pictures)
                .register(registry);
        FunctionCounter.builder("rostrum.conversions.dropped", conversions, Conversions::dropped)
                .description("pictures of which no converted one came")
                .register(registry);
    }

    /** Small pictures of people. */
    static void register(MeterRegistry registry, StillMaker stills) {
        FunctionCounter.builder("rostrum.stills.made", stills, StillMaker::made).register(registry);
        FunctionCounter.builder("rostrum.stills.refused", stills, StillMaker::refused)
                .description("too many at a time, tried again")
                .register(registry);
        FunctionCounter.builder("rostrum.stills.failed", stills, StillMaker::failed)
                .description("key frames of which none could be made")
                .register(registry);
    }

    private static void lines(MeterRegistry registry, MediaCounters media) {
        count(registry, "rostrum.packets.beside", media, MediaCounters::beside);
        count(registry, "rostrum.packets.given.up", media, MediaCounters::missed);
        count(registry, "rostrum.packets.unreadable", media, MediaCounters::unreadable);
        count(registry, "rostrum.packets.late", media, MediaCounters::late);
        count(registry, "rostrum.packets.passed.over", media, MediaCounters::passedOver);
    }

    /** What slow clients did not get. */
    static void register(MeterRegistry registry, SocketMeters sockets) {
        FunctionCounter.builder("rostrum.levels.skipped", sockets, SocketMeters::levelsSkipped)
                .register(registry);
        FunctionCounter.builder("rostrum.stills.skipped", sockets, SocketMeters::stillsSkipped)
                .register(registry);
        FunctionCounter.builder("rostrum.sockets.slow", sockets, SocketMeters::tooSlow)
                .register(registry);
        FunctionCounter.builder("rostrum.sockets.gave.way", sockets, SocketMeters::gaveWay)
                .register(registry);
    }

    /** Lines of the log that nobody will read. */
    static void register(MeterRegistry registry, LogThread lines) {
        FunctionCounter.builder("rostrum.log.lost", lines, LogThread::lost).register(registry);
    }

    /** The same counters, for the log. */
    static DropWatch watch(
            LogThread lines,
            Loops loops,
            MediaCounters media,
            Drops drops,
            Conversions conversions) {
        DropWatch watch =
                DropWatch.ofSystem(lines)
                        .of("packets", media::dropped)
                        .of("packets of unknown sources", media::unbound)
                        .of("malformed reports", media::malformed)
                        .of("packets of pictures in another order", media::refused)
                        .of("packets of replaced sources", media::ignored)
                        .of("unreadable packets", media::unreadable)
                        .of("pictures and sound of programs", drops::late)
                        .of("pictures that were to be converted", drops::unconverted)
                        .of("pictures that were to be coded anew", conversions::dropped);
        loops.all()
                .forEach(loop ->
                        watch.of(
                                        "datagrams too large at port " + loop.port().number(),
                                        loop.port()::tooLarge)
                                .of(
                                        "datagrams not sent at port " + loop.port().number(),
                                        loop.port()::dropped));
        return watch;
    }

    private static void port(MeterRegistry registry, MediaPort port) {
        String number = Integer.toString(port.number());
        FunctionCounter.builder("rostrum.datagrams.in", port, MediaPort::received)
                .tag("port", number)
                .register(registry);
        FunctionCounter.builder("rostrum.datagrams.out", port, MediaPort::sent)
                .tag("port", number)
                .register(registry);
        FunctionCounter.builder("rostrum.datagrams.dropped", port, MediaPort::dropped)
                .tag("port", number)
                .description("not sent because the kernel took none for too long")
                .register(registry);
        FunctionCounter.builder("rostrum.datagrams.too.large", port, MediaPort::tooLarge)
                .tag("port", number)
                .register(registry);
    }

    private static void count(
            MeterRegistry registry,
            String name,
            MediaCounters media,
            ToDoubleFunction<MediaCounters> value) {
        FunctionCounter.builder(name, media, value).register(registry);
    }
}

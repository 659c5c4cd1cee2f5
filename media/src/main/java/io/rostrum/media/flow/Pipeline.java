package io.rostrum.media.flow;

import io.rostrum.media.buffer.Buffer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Builds a road of stages, to be read from top to bottom.
 *
 * <pre>{@code
 * Pipeline.start()
 *         .divert(Datagrams::isStun, checks)
 *         .require(this::isVerified, Stage.drop(counters::unknownSource))
 *         .split(Datagrams::isRtcp, rtcpIn, rtpIn);
 * }</pre>
 */
public final class Pipeline {
    /** A condition that may need to know who sent the packet and when. It does not own it. */
    @FunctionalInterface
    public interface Gate {
        boolean passes(Buffer packet, Path from, long nowNanos);
    }

    private final UnaryOperator<Stage> road;

    private Pipeline(UnaryOperator<Stage> road) {
        this.road = road;
    }

    public static Pipeline start() {
        return new Pipeline(end -> end);
    }

    /** Whatever is {@code such} leaves the road here, into {@code there}. */
    public Pipeline divert(Predicate<Buffer> such, Stage there) {
        return then(next ->
                (packet, from, nowNanos) ->
                        (such.test(packet) ? there : next).take(packet, from, nowNanos));
    }

    /** Whatever does not pass the gate leaves the road here. */
    public Pipeline require(Gate gate, Stage otherwise) {
        return then(next ->
                (packet, from, nowNanos) ->
                        (gate.passes(packet, from, nowNanos) ? next : otherwise)
                                .take(packet, from, nowNanos));
    }

    /** The end of the road: a fork. */
    public Stage split(Predicate<Buffer> such, Stage yes, Stage no) {
        return divert(such, yes).into(no);
    }

    /** The end of the road. */
    public Stage into(Stage end) {
        return road.apply(end);
    }

    private Pipeline then(UnaryOperator<Stage> step) {
        return new Pipeline(next -> road.apply(step.apply(next)));
    }
}

package io.rostrum.center.air;

import io.rostrum.center.room.Studio;
import io.rostrum.protocol.feed.Id;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts one room on air, and remembers what is for a server after us. */
final class RoomStudio implements Studio {
    private final Id room;
    private final Desk desk;
    private final Transmitter transmitter;

    /**
     * What the studios of a server share.
     *
     * @param sessions makes ids of programs
     * @param page where people watch a room
     */
    record Desk(
            Ledger ledger,
            Endings endings,
            InstantSource clock,
            Supplier<String> sessions,
            Function<String, String> page) {}

    RoomStudio(Id room, Desk desk, Transmitter transmitter) {
        this.room = room;
        this.desk = desk;
        this.transmitter = transmitter;
    }

    @Override
    public OnAir start(String title, String host, Listener listener) {
        String session = desk.sessions.get();
        Left program = new Left(session, title, host, desk.clock.instant(), false);
        Running running = new Running(mark(program), desk, listener);
        running.start(transmitter);
        return running;
    }

    @Override
    public OnAir resume(Left left, Listener listener) {
        Running running = new Running(mark(left), desk, listener);
        running.resume(transmitter);
        return running;
    }

    @Override
    public Future<Void> end(Left left) {
        return desk.endings.stop(mark(left));
    }

    private Mark mark(Left program) {
        return new Mark(room, program, false, desk.clock.instant());
    }
}

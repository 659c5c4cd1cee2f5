package io.rostrum.center.air;

import io.rostrum.center.peer.Stage;
import io.rostrum.center.peer.Station;
import io.rostrum.center.room.Refusal;
import io.rostrum.center.room.Rooms;
import io.rostrum.center.room.Studio;
import io.rostrum.protocol.feed.Id;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** All that a server has on air. Any thread. */
public final class OnAir {
    private static final System.Logger LOG = System.getLogger(OnAir.class.getName());
    private static final long BEAT_MILLIS = 2_000;
    private static final long END_MILLIS = 1_000;

    private final Broadcaster broadcaster;
    private final OnAirMarks marks;
    private final DiskLedger ledger;
    private final Endings endings;
    private final RoomStudio.Desk desk;

    /**
     * @param folder for the marks
     * @param sessions makes ids of programs
     */
    public OnAir(Broadcaster broadcaster, Path folder, Supplier<String> sessions) {
        this.broadcaster = broadcaster;
        marks = new OnAirMarks(folder, broadcaster.clock());
        ledger = new DiskLedger(broadcaster.vertx(), marks);
        endings = new Endings(new EndDoor(broadcaster), ledger);
        desk =
                new RoomStudio.Desk(
                        ledger, endings, broadcaster.clock(), sessions, broadcaster::page);
    }

    public Studio studio(String room, Stage stage, Station station) {
        return new RoomStudio(
                new Id(room), desk, new StageTransmitter(room, stage, station, broadcaster));
    }

    /**
     * Takes up what a server before us left, and keeps the marks alive from then on.
     *
     * @param seat how long a host may be away
     */
    public Future<Void> open(Rooms rooms, Duration seat) {
        Vertx vertx = broadcaster.vertx();
        vertx.setPeriodic(BEAT_MILLIS, beat -> ledger.beat());
        vertx.setPeriodic(END_MILLIS, again -> endings.tick());
        return vertx.executeBlocking(marks::all)
                .map(all ->
                        Leftovers.of(
                                Objects.requireNonNull(all), broadcaster.clock().instant(), seat))
                .compose(left -> takeUp(left, rooms))
                .onFailure(why ->
                        LOG.log(
                                System.Logger.Level.WARNING,
                                "programs of before were not taken up",
                                why));
    }

    private Future<Void> takeUp(Leftovers left, Rooms rooms) {
        left.over().forEach(endings::stop);
        List<Future<Void>> all =
                left.resumable().stream().map(mark -> resume(mark, rooms)).toList();
        return Future.join(all).mapEmpty();
    }

    private Future<Void> resume(Mark mark, Rooms rooms) {
        return rooms.find(mark.room().text())
                .compose(
                        room -> room.resume(mark.program()),
                        failure ->
                                failure instanceof Refusal
                                        ? endings.stop(mark)
                                        : Future.failedFuture(failure));
    }
}

package io.rostrum.center.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.account.Kept;
import io.rostrum.center.account.Traces;
import io.rostrum.center.account.Visitor;
import io.rostrum.center.room.Client;
import io.rostrum.center.room.Refusal;
import io.rostrum.center.room.Room;
import io.rostrum.center.room.RoomMedia;
import io.rostrum.center.room.RoomSettings;
import io.rostrum.protocol.feed.Id;
import io.rostrum.protocol.signal.BroadcastPhase;
import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.Role;
import io.rostrum.protocol.signal.ServerMessage;
import io.rostrum.testing.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever the order of presses, crashes and returns: nobody is on air who did not press for it.
 *
 * <p>The room, the studio, the marks and what is left over are the real ones; disk, streaming
 * server and host are models, in one thread and with a clock that we wind.
 */
class OnAirModelTest {
    private static final Duration SEAT = Duration.ofSeconds(30);
    private static final Duration STEP = Duration.ofMillis(500);

    /** As long as his seat is kept, then as long as a server is away, and as long again. */
    private static final Duration LONGEST_AWAY = SEAT.multipliedBy(3).plus(STEP);

    private static final Visitor HANNA =
            new Visitor(Role.HOST, Visitor.Secret.HOST_KEY, new Traces(null, "192.0.2.1"));

    private static final Id ROOM = new Id("r1");
    private static final int WORLDS = 3000;
    private static final int MOVES = 80;

    @Test
    void whoIsOnAirPressedBroadcastAndNothingElseSince() {
        int onAir = 0;
        int resumed = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            World world = new World(seed);
            for (int move = 0; move < MOVES; move++) {
                world.move();
            }
            onAir += world.onAirSeen;
            resumed += world.resumedSeen;
        }
        assertThat(onAir).as("the worlds are not silent").isGreaterThan(WORLDS);
        assertThat(resumed).as("programs are resumed").isGreaterThan(WORLDS / 20);
    }

    /** One center from its start to its end. */
    private static final class Center {
        final Stations.Writes writes;
        final Stations.Lines lines;
        final Endings endings;
        final Room room;
        boolean closing;

        Center(World world, boolean roomThere) {
            writes = new Stations.Writes(world.disk);
            lines = new Stations.Lines(world.streaming, world.clock::instant);
            endings = new Endings(world.streaming::door, writes);
            RoomStudio.Desk desk =
                    new RoomStudio.Desk(
                            writes,
                            endings,
                            world.clock,
                            () -> "s" + world.sessions++,
                            id -> "page");
            room =
                    new Room(
                            ROOM.text(),
                            "Town hall",
                            new RoomSettings(10, SEAT),
                            RoomMedia.none(),
                            new RoomStudio(ROOM, desk, lines),
                            () -> "secret",
                            world.clock,
                            Kept.NOTHING,
                            kept -> {});
            takeUp(world, roomThere);
        }

        private void takeUp(World world, boolean roomThere) {
            Leftovers left = Leftovers.of(world.disk.all(), world.clock.instant(), SEAT);
            left.over().forEach(endings::stop);
            for (Mark mark : left.resumable()) {
                if (roomThere) {
                    room.resume(mark.program(), world.clock.nanos());
                } else {
                    endings.stop(mark);
                }
            }
        }
    }

    /** The host at his page. */
    private static final class Host implements Client {
        private final World world;
        boolean gone;

        Host(World world) {
            this.world = world;
        }

        @Override
        public void send(ServerMessage message) {
            BroadcastState said =
                    switch (message) {
                        case ServerMessage.Joined joined -> joined.room().broadcast();
                        case ServerMessage.Change change -> change.change().broadcast();
                        default -> null;
                    };
            if (said != null && said.state() == BroadcastPhase.OFF) {
                world.saidOff();
            }
        }

        @Override
        public void close() {
            gone = true;
        }
    }

    private static final class World {
        final FakeClock clock = new FakeClock();
        final Stations.Disk disk = new Stations.Disk(clock::instant);
        final Stations.Streaming streaming = new Stations.Streaming();
        private final Random random;
        private final List<String> history = new ArrayList<>();
        private @Nullable Center center;
        private @Nullable Host host;
        int sessions;
        private int presses;
        private int lastOn = -1;
        private int lastOff;
        private Instant hostSeen = clock.instant();
        private Instant bothUp = clock.instant();
        int onAirSeen;
        int resumedSeen;

        World(long seed) {
            random = new Random(seed);
            center = new Center(this, true);
            history.add("seed " + seed);
        }

        void move() {
            switch (random.nextInt(16)) {
                case 0, 1, 2 -> press(true);
                case 3, 4 -> press(false);
                case 5 -> killCenter();
                case 6, 7 -> startCenter();
                case 8 -> shutDown();
                case 9 -> streaming.up = log("streaming dies", false);
                case 10, 11 -> startStreaming();
                case 12 -> hostGoes();
                case 13, 14 -> hostComes();
                default -> writeOne();
            }
            check();
            pass(random.nextInt(8) == 0 ? random.nextInt(120) : random.nextInt(6));
        }

        private <T> T log(String what, T result) {
            history.add(what);
            return result;
        }

        private void press(boolean on) {
            Center here = center;
            Host who = host;
            if (here == null || who == null || who.gone) {
                return;
            }
            int press = ++presses;
            int before = lastOn;
            lastOn = on ? press : lastOn;
            try {
                here.room.handle(who, new ClientMessage.Broadcast(null, on, null), clock.nanos());
            } catch (Refusal refused) {
                lastOn = before;
                history.add("refused " + on);
                return;
            }
            history.add("presses " + (on ? "Broadcast" : "Stop"));
            if (!on) {
                var _ = here.room.noted().onSuccess(acknowledged -> saidOff(press));
            }
        }

        /** The host was told that his programs so far are over. */
        void saidOff() {
            saidOff(presses);
        }

        private void saidOff(int press) {
            history.add("off is said");
            lastOff = Math.max(lastOff, press);
        }

        private void killCenter() {
            Center here = center;
            if (here != null) {
                here.writes.crash(random.nextBoolean());
                history.add("center killed");
                centerGone();
            }
        }

        private void centerGone() {
            center = null;
            host = null;
        }

        private void startCenter() {
            if (center == null) {
                boolean there = random.nextInt(10) > 0;
                history.add("center starts" + (there ? "" : " without the room"));
                center = new Center(this, there);
                bothUp = clock.instant();
            }
        }

        /** SIGTERM: it leaves when it is known, or is killed before. */
        private void shutDown() {
            Center here = center;
            if (here != null) {
                history.add("center is shut down");
                here.room.close(clock.nanos());
                if (random.nextInt(4) > 0) {
                    here.writes.writeAll();
                    saidOff();
                    pass(random.nextInt(20));
                }
                killCenter();
            }
        }

        private void startStreaming() {
            if (!streaming.up) {
                history.add("streaming starts");
                streaming.restart(clock.instant());
                bothUp = clock.instant();
            }
        }

        private void hostGoes() {
            Center here = center;
            Host who = host;
            if (here != null && who != null) {
                history.add("host goes");
                here.room.disconnected(who, clock.nanos());
                host = null;
            }
        }

        private void hostComes() {
            Center here = center;
            if (here != null && host == null) {
                history.add("host comes");
                Host who = new Host(this);
                int lines = here.lines.all.size();
                here.room.join(
                        who,
                        HANNA,
                        new ClientMessage.Join(null, "Hanna", "offer", "key", null, null),
                        clock.nanos());
                int resumed = here.lines.all.size() - lines;
                resumedSeen += resumed;
                assertThat(resumed == 0 || away().compareTo(LONGEST_AWAY) <= 0)
                        .as("resumed too late, in %s", history)
                        .isTrue();
                host = who;
                hostSeen = clock.instant();
            }
        }

        private void writeOne() {
            if (center != null) {
                center.writes.writeOne();
            }
        }

        private void pass(int steps) {
            for (int i = 0; i < steps; i++) {
                clock.advance(STEP);
                streaming.tick(clock.instant());
                Center here = center;
                if (here != null) {
                    hostSeen = host == null ? hostSeen : clock.instant();
                    here.writes.writeAll();
                    here.writes.beat();
                    here.room.tick(clock.nanos());
                    here.lines.tick();
                    here.endings.tick();
                    here.writes.writeAll();
                }
                check();
            }
        }

        private Duration away() {
            return Duration.between(hostSeen, clock.instant());
        }

        private void check() {
            Center here = center;
            if (here == null) {
                return;
            }
            if (here.lines.all.stream().anyMatch(Stations.Lines.Line::sends)) {
                onAirSeen++;
                assertThat(lastOn).as("pressed last, in %s", history).isGreaterThan(lastOff);
                assertThat(away())
                        .as("away from his program, in %s", history)
                        .isLessThanOrEqualTo(LONGEST_AWAY);
            }
            boolean settled =
                    Duration.between(bothUp, clock.instant()).compareTo(STEP.multipliedBy(4)) > 0;
            if (settled && !streaming.listed().isEmpty()) {
                assertThat(here.room.state().broadcast().state())
                        .as("listed, in %s", history)
                        .isNotEqualTo(BroadcastPhase.OFF);
            }
        }
    }
}

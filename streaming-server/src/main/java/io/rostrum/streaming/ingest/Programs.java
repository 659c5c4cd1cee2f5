package io.rostrum.streaming.ingest;

import io.rostrum.net.Apart;
import io.rostrum.net.FaultLog;
import io.rostrum.protocol.feed.FeedProblem;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.config.FeedConfig;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.packager.StandIn;
import io.rostrum.streaming.timeline.DataDirectory;
import io.rostrum.streaming.timeline.DiskHealth;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.SessionFolder;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * All programs that come by feeds, one for each channel on air. Any thread; what blocks runs on one
 * lane.
 */
public final class Programs {
    private static final System.Logger LOG = System.getLogger(Programs.class.getName());
    private static final FaultLog FAULTS = new FaultLog(LOG, System::nanoTime);

    /** Why no program may begin now; nothing where one may. */
    public interface Gate {
        Optional<String> closed();
    }

    private final Vertx vertx;
    private final DataDirectory data;
    private final DiskHealth health;
    private final FeedConfig config;
    private final FeedMeters meters;
    private final OnAir onAir;
    private final Gate gate;
    private final Executor workers;
    private final Lane lane;
    private final StandIn.Still still = StandBy.still();
    private final Map<Id, Program> byChannel = new ConcurrentHashMap<>();

    public Programs(
            Vertx vertx,
            Executor workers,
            DataDirectory data,
            DiskHealth health,
            FeedConfig config,
            FeedMeters meters,
            Gate gate,
            OnAir onAir) {
        this.vertx = vertx;
        this.workers = workers;
        this.lane = new Lane(workers);
        this.data = data;
        this.health = health;
        this.config = config;
        this.meters = meters;
        this.gate = gate;
        this.onAir = onAir;
    }

    /**
     * Takes up every session that was live when the process ended. Blocking, once, at the start.
     */
    public void recover() throws IOException {
        for (SessionFolder folder : data.folders()) {
            try {
                Session session = folder.session().orElse(null);
                if (session == null && folder.isHalf()) {
                    folder.delete(); // made, or being removed, when the process died
                } else if (session == null) {
                    LOG.log(Level.WARNING, folder.path() + " has no words, and is left alone");
                } else if (session.live()) {
                    recover(folder, session);
                }
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.ERROR, folder.path() + " is left alone: " + e.getMessage(), e);
            }
        }
    }

    private void recover(SessionFolder folder, Session session) throws IOException {
        SampleLog log = folder.write();
        byte[] init = folder.init().orElse(null);
        Program program = program(folder, log, Recovery.again(session, init, log, folder.layer()));
        byChannel.put(session.channel(), program);
        program.start();
        LOG.log(
                Level.INFO,
                "session {0} of channel {1} goes on with segment {2}",
                session.id(),
                session.channel(),
                log.next());
    }

    private Program program(SessionFolder folder, SampleLog log, Program.Start start) {
        Context owner = ((VertxInternal) vertx).createEventLoopContext();
        return new Program(
                vertx,
                owner,
                new Storage(owner, new Lane(workers), folder, log, health, data.reserve()::whole),
                start,
                onAir.begin(owner, live(start, log)),
                meters,
                new Program.Limits(
                        new Intake.Bounds(
                                config.limits().segmentBytes(),
                                config.limits().silence().toNanos()),
                        config.resumeWindow().toNanos(),
                        new Edge.Patience(still, config.standByAfter().toNanos())),
                ended -> byChannel.remove(ended.channel(), ended));
    }

    private Live.Start live(Program.Start start, SampleLog log) {
        return new Live.Start(
                start.session(),
                start.init(),
                start.codecs(),
                still.picture(),
                start.takes(),
                start.layer(),
                start.reel().publication().visible(),
                log);
    }

    public Collection<Program> all() {
        return List.copyOf(byChannel.values());
    }

    public Optional<Program> onChannel(Id channel) {
        return Optional.ofNullable(byChannel.get(channel));
    }

    /** The live program of that session. */
    Optional<Program> session(Id channel, Id session) {
        return onChannel(channel).filter(program -> program.session().id().equals(session));
    }

    /** What came of opening a session. */
    record Opened(Intake.Standing standing, Instant startedAt, boolean created) {}

    /** Opens or resumes a session. */
    Future<Opened> open(Session wanted) {
        Promise<@Nullable Program> existing = Promise.promise();
        Promise<Opened> opened = Promise.promise();
        lane.execute(() -> {
            try {
                Program live = live(wanted);
                if (live == null) {
                    create(wanted);
                    opened.complete(fresh(wanted));
                }
                existing.complete(live);
            } catch (IOException e) {
                health.failed("cannot begin a session: " + e.getMessage());
                opened.fail(full(e.getMessage()));
            } catch (RuntimeException e) {
                opened.fail(e);
            }
        });
        existing.future()
                .onSuccess(live -> {
                    if (live != null) {
                        live.standing()
                                .map(standing ->
                                        new Opened(standing, live.session().startedAt(), false))
                                .onComplete(opened);
                    }
                });
        return opened.future();
    }

    private static Opened fresh(Session wanted) {
        return new Opened(new Intake.Standing(0, Map.of()), wanted.startedAt(), true);
    }

    private @Nullable Program live(Session wanted) {
        Program live = byChannel.get(wanted.channel());
        if (live != null && live.session().id().equals(wanted.id())) {
            return live;
        }
        if (live != null) {
            throw Upload.refuse(
                    FeedProblem.CHANNEL_ON_AIR, "Another session of this channel is on air.");
        }
        if (data.exists(wanted.id())) {
            throw Upload.refuse(FeedProblem.SESSION_ENDED, "This session has ended.");
        }
        return null;
    }

    private void create(Session wanted) throws IOException {
        String closed = gate.closed().orElse(null);
        if (closed != null) {
            throw full(closed);
        }
        SessionFolder folder = data.create(wanted);
        byChannel.put(wanted.channel(), program(folder, folder.write(), Recovery.fresh(wanted)));
    }

    private static RuntimeException full(@Nullable String why) {
        return Upload.refuse(FeedProblem.STORAGE_FULL, "No program can begin: " + why + ".");
    }

    /** Whether the session is known, and live no more. */
    Future<Boolean> ended(Id channel, Id session) {
        Promise<Boolean> ended = Promise.promise();
        lane.execute(
                () -> ended.complete(session(channel, session).isEmpty() && data.exists(session)));
        return ended.future();
    }

    /** Once a second. */
    public void tick() {
        Apart.each(byChannel.values(), Program::tick, Programs::notTicked);
    }

    private static void notTicked(Program program, RuntimeException why) {
        FAULTS.tell("time stands still for channel " + program.channel(), why);
    }
}

package io.rostrum.center.main;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rostrum.center.account.Kept;
import io.rostrum.center.account.RoomRecord;
import io.rostrum.center.air.Broadcaster;
import io.rostrum.center.air.OnAir;
import io.rostrum.center.config.CenterConfig;
import io.rostrum.center.config.StreamingConfig;
import io.rostrum.center.conversion.Conversions;
import io.rostrum.center.peer.MediaCounters;
import io.rostrum.center.peer.Stage;
import io.rostrum.center.peer.Station;
import io.rostrum.center.program.Drops;
import io.rostrum.center.program.FeedStore;
import io.rostrum.center.program.ProgramSettings;
import io.rostrum.center.room.Refusal;
import io.rostrum.center.room.Room;
import io.rostrum.center.room.RoomProxy;
import io.rostrum.center.room.RoomSettings;
import io.rostrum.center.room.Rooms;
import io.rostrum.center.room.Studio;
import io.rostrum.center.still.StillMaker;
import io.rostrum.gate.AdminPort;
import io.rostrum.net.DropWatch;
import io.rostrum.net.Loop;
import io.rostrum.net.Loops;
import io.rostrum.net.ServerTime;
import io.rostrum.net.Stopping;
import io.rostrum.protocol.signal.ProblemCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** All parts of a center server, put together. */
public final class CenterServer {
    private static final long STOP_CHECK_MILLIS = 100;
    private static final long SECOND_MILLIS = 1000;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final int STOP_CHECKS = 70;

    /** A room is made again in milliseconds; this is for people who come and go. */
    private static final Duration IDLE = Duration.ofMinutes(5);

    private static final System.Logger LOG = System.getLogger(CenterServer.class.getName());

    private final Vertx vertx;
    private final CenterConfig config;
    private final Loops loops;
    private final Stopping taken;
    private final Foundation foundation;
    private final LongSupplier nanoClock = System::nanoTime;
    private final @Nullable OnAir onAir;
    private final MediaCounters counters = new MediaCounters();
    private final Drops drops = new Drops();
    private final Conversions conversions;
    private final StillMaker stills;
    private final Map<Loop, Station> stations = new HashMap<>();
    private final PrometheusMeterRegistry figures =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Rooms rooms = new Rooms(this::open);
    private volatile int adminPort = -1;
    private volatile boolean ready;
    private List<HttpServer> servers = List.of();

    private CenterServer(
            Vertx vertx, CenterConfig config, Loops loops, Foundation foundation, Stopping taken) {
        this.taken = taken;
        this.vertx = vertx;
        this.config = config;
        this.loops = loops;
        this.foundation = foundation;
        conversions = new Conversions(config.media().conversions());
        stills = new StillMaker(config.media().stills(), nanoClock);
        taken.first(stills::close);
        onAir = onAir();
        openStations();
        Figures.register(figures, loops, counters, drops, rooms);
        Figures.register(figures, conversions);
        Figures.register(figures, stills);
        Figures.register(figures, foundation.lines());
    }

    private void openStations() {
        ServerTime time = new ServerTime(Instant.now(), nanoClock.getAsLong());
        for (Loop loop : loops.all()) {
            stations.put(
                    loop,
                    Station.open(
                            loop,
                            config.media().publicAddresses(),
                            foundation.certificate(),
                            foundation.random(),
                            foundation.handshakes(),
                            time,
                            nanoClock,
                            counters,
                            conversions,
                            stills));
        }
    }

    private @Nullable OnAir onAir() {
        StreamingConfig streaming = config.streaming();
        URI url = streaming.url();
        URI publicUrl = streaming.publicUrl();
        String secret = streaming.feedSecret();
        return url == null || publicUrl == null || secret == null
                ? null
                : new OnAir(
                        new Broadcaster(
                                vertx,
                                ProgramSettings.DEFAULT.counting(drops),
                                url,
                                publicUrl,
                                secret,
                                swept(config.rooms().data().resolve("feed")),
                                InstantSource.system()),
                        config.rooms().data().resolve("on-air"),
                        () -> "s" + foundation.secrets().roomId());
    }

    private static FeedStore swept(Path directory) {
        FeedStore store = new FeedStore(directory, FeedStore.DEFAULT_LIMIT);
        store.sweep();
        return store;
    }

    /** Fails with a sentence for the operator. */
    public static Future<CenterServer> start(CenterConfig config) {
        Vertx vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setPreferNativeTransport(true)
                                .setEventLoopPoolSize(config.media().loops()));
        Stopping taken = new Stopping();
        return Loops.open(vertx, config.media().ports(), System::nanoTime)
                .compose(loops ->
                        vertx.executeBlocking(() ->
                                        Foundation.lay(vertx, config, System::nanoTime, taken))
                                .map(laid -> new CenterServer(vertx, config, loops, laid, taken)))
                .compose(CenterServer::listen)
                .recover(failure -> givenBack(vertx, taken, failure));
    }

    /** Ports first, then what keeps others from this data folder. */
    private static Future<CenterServer> givenBack(Vertx vertx, Stopping taken, Throwable failure) {
        return vertx.close()
                .otherwiseEmpty()
                .compose(closed -> {
                    taken.run();
                    return Future.failedFuture(failure);
                });
    }

    private Future<RoomProxy> open(String id) {
        RoomRecord record = foundation.rooms().room(id);
        return record == null
                ? Future.failedFuture(
                        new Refusal(ProblemCode.UNKNOWN_ROOM, "There is no such room."))
                : vertx.executeBlocking(() -> foundation.kept().read(id))
                        .map(kept -> open(record, loops.next(), Objects.requireNonNull(kept)));
    }

    private RoomProxy open(RoomRecord record, Loop loop, Kept kept) {
        RoomSettings settings = new RoomSettings(config.rooms().size(), config.rooms().seat());
        Station station = Objects.requireNonNull(stations.get(loop));
        Stage stage = new Stage(station);
        OnAir programs = onAir;
        Studio studio =
                programs == null ? Studio.none() : programs.studio(record.id(), stage, station);
        Room room =
                new Room(
                        record.id(),
                        record.title(),
                        settings,
                        stage,
                        studio,
                        foundation.secrets()::key,
                        InstantSource.system(),
                        kept,
                        decided -> keep(record.id(), decided));
        return new RoomProxy(
                loop.context(), room, nanoClock, new RoomProxy.Life(record.id(), IDLE, rooms));
    }

    /** On the room's loop, whose work off it is done in order. */
    private void keep(String room, Kept kept) {
        var _ =
                vertx.executeBlocking(
                                () -> {
                                    foundation.kept().write(room, kept);
                                    return kept;
                                })
                        .onFailure(failure ->
                                LOG.log(
                                        System.Logger.Level.WARNING,
                                        "what the host of " + room + " decided is not kept",
                                        failure));
    }

    /** Whoever comes in must find what a server before us left: first that, then the doors. */
    private Future<CenterServer> listen() {
        OnAir programs = onAir;
        Future<Void> takenUp =
                programs == null
                        ? Future.succeededFuture()
                        : programs.open(rooms, config.rooms().seat()).otherwiseEmpty();
        return takenUp.compose(done -> openDoors());
    }

    private Future<CenterServer> openDoors() {
        HttpDoor door =
                new HttpDoor(vertx, config, foundation, rooms, figures, nanoClock, () -> ready);
        return openAdmin()
                .compose(admin -> door.listen(loops.all()))
                .map(listening -> {
                    servers = listening;
                    ready = true;
                    keepHouse();
                    return this;
                });
    }

    private Future<Void> openAdmin() {
        return config.gate().admin().hasPort()
                ? AdminPort.open(vertx, config.gate().admin(), figures::scrape)
                        .onSuccess(got -> adminPort = got)
                        .mapEmpty()
                : Future.succeededFuture();
    }

    /** The operator's own port, or -1 where there is none. */
    public int adminPort() {
        return adminPort;
    }

    private void keepHouse() {
        DropWatch watch = Figures.watch(foundation.lines(), loops, counters, drops, conversions);
        vertx.setPeriodic(SECOND_MILLIS, second -> watch.tick());
        Housekeeping house =
                new Housekeeping(
                        vertx, foundation.rooms(), foundation.kept(), rooms, config.rooms().days());
        var _ = house.sweep();
        vertx.setPeriodic(HOUR_MILLIS, hour -> house.sweep());
    }

    /** The HTTP port. */
    public int port() {
        return servers.getFirst().actualPort();
    }

    /** Tells the rooms, lets programs deliver their rest, then closes the doors. */
    public Future<Void> stop() {
        ready = false;
        return rooms.close()
                .compose(told -> quiet(STOP_CHECKS))
                .eventually(loops::close)
                .eventually(() -> vertx.close())
                .eventually(this::letGo);
    }

    /** Until then nobody else may go on with what is on air here. */
    private Future<Void> letGo() {
        taken.run();
        return Future.succeededFuture();
    }

    private Future<Void> quiet(int checks) {
        return rooms.busy()
                .compose(busy ->
                        busy && checks > 0
                                ? vertx.timer(STOP_CHECK_MILLIS, TimeUnit.MILLISECONDS)
                                        .compose(later -> quiet(checks - 1))
                                : Future.succeededFuture());
    }
}

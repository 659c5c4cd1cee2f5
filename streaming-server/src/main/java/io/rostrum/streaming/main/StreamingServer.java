package io.rostrum.streaming.main;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rostrum.disk.PrivateFiles;
import io.rostrum.gate.AdminPort;
import io.rostrum.gate.Gate;
import io.rostrum.gate.Prices;
import io.rostrum.gate.SecurityLog;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.net.DropWatch;
import io.rostrum.net.Loops;
import io.rostrum.net.ServerTime;
import io.rostrum.net.WarmUp;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Managers;
import io.rostrum.streaming.access.Rights;
import io.rostrum.streaming.admin.AdminDoor;
import io.rostrum.streaming.admin.Retention;
import io.rostrum.streaming.announce.Announcement;
import io.rostrum.streaming.announce.Announcements;
import io.rostrum.streaming.config.S3Config;
import io.rostrum.streaming.config.Settings;
import io.rostrum.streaming.directory.Channels;
import io.rostrum.streaming.directory.DirectoryDoor;
import io.rostrum.streaming.directory.Events;
import io.rostrum.streaming.directory.Links;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.directory.Viewers;
import io.rostrum.streaming.guard.AccessBook;
import io.rostrum.streaming.guard.AccessDoor;
import io.rostrum.streaming.guard.Guard;
import io.rostrum.streaming.guard.WatchDoor;
import io.rostrum.streaming.http.Doors;
import io.rostrum.streaming.http.PathRight;
import io.rostrum.streaming.ingest.FeedDoor;
import io.rostrum.streaming.ingest.FeedMeters;
import io.rostrum.streaming.ingest.Programs;
import io.rostrum.streaming.live.OnAir;
import io.rostrum.streaming.owner.OwnerDoor;
import io.rostrum.streaming.playback.Backstage;
import io.rostrum.streaming.playback.ChapterDoor;
import io.rostrum.streaming.playback.LiveDoor;
import io.rostrum.streaming.playback.LowPriority;
import io.rostrum.streaming.playback.PastDoor;
import io.rostrum.streaming.playback.PlaybackMeters;
import io.rostrum.streaming.playback.RecordingDoor;
import io.rostrum.streaming.playback.Shelf;
import io.rostrum.streaming.playback.StillDoor;
import io.rostrum.streaming.playback.Stills;
import io.rostrum.streaming.playback.StoryboardDoor;
import io.rostrum.streaming.playback.Storyboards;
import io.rostrum.streaming.playback.Workshop;
import io.rostrum.streaming.playback.WorkshopDoor;
import io.rostrum.streaming.timeline.DataDirectory;
import io.rostrum.streaming.timeline.DiskHealth;
import io.rostrum.streaming.vault.Vault;
import io.rostrum.streaming.whep.Hall;
import io.rostrum.streaming.whep.WhepDoor;
import io.rostrum.streaming.whep.WhepMeters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The whole server, wired. Thread: starts and stops on the caller's, serves on event loops. */
public final class StreamingServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StreamingServer.class.getName());

    private static final long STOP_SECONDS = 10;
    private static final long WARM_UP_NANOS = 30_000_000_000L;

    private static final long TICK_MILLIS = 1000;
    private static final long KEEP_ALIVE_MILLIS = 10_000;
    private static final long SWEEP_MILLIS = 60_000;

    private final Settings settings;
    private final DataDirectory data;
    private final Vertx vertx;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final DiskHealth health;
    private final Viewers viewers = new Viewers();
    private final Events events;
    private final Recordings recordings;
    private final Announcements announcements;
    private final Retention retention;
    private final Channels channels;
    private final OnAir onAir;
    private final Programs programs;
    private final Storyboards storyboards;
    private final ExecutorService stillWorker = Executors.newSingleThreadExecutor();
    private final Stills stills = new Stills(stillWorker);
    private final ExecutorService backstageWorker =
            Executors.newSingleThreadExecutor(LowPriority.threads("backstage"));
    private final ExecutorService workshopWorker =
            Executors.newSingleThreadExecutor(LowPriority.threads("workshop"));
    private final ExecutorService vaultWorker = Executors.newSingleThreadExecutor();
    private final FeedMeters feedMeters = new FeedMeters(registry);
    private final PlaybackMeters playbackMeters = new PlaybackMeters(registry);
    private final WhepMeters whepMeters = new WhepMeters(registry);
    private final DropWatch drops = whepMeters.watch(DropWatch.ofSystem());
    private final Clock clock = Clock.systemUTC();
    private final AccessBook book;
    private final Managers managers;
    private final Rights rights;
    private final Gate gate;
    private final Listener listener;
    private volatile @Nullable Hall hall;
    private java.util.concurrent.@Nullable Future<?> warmingUp;
    private @Nullable Backstage backstage;
    private @Nullable Workshop workshop;
    private @Nullable Vault vault;
    private int port;
    private int adminPort = -1;

    private StreamingServer(Settings settings, DataDirectory data, DiskHealth health) {
        this.settings = settings;
        this.data = data;
        this.health = health;
        vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        events = new Events(vertx);
        storyboards = new Storyboards(data, stillWorker);
        recordings = new Recordings(data, workers);
        announcements = new Announcements(data.announcements(), data.reserve()::write);
        retention =
                new Retention(
                        settings.storage(), recordings, health, data::free, data.reserve()::refill);
        channels = new Channels(viewers, events, recordings);
        onAir = new OnAir(vertx, channels);
        programs =
                new Programs(
                        vertx,
                        workers,
                        data,
                        health,
                        settings.feed(),
                        feedMeters,
                        retention,
                        onAir);
        book = new AccessBook(data);
        gate =
                new Gate(
                        settings.gate().callers(),
                        Prices.perMinute(Prices.ROOMS, settings.gate().entriesPerMinute()),
                        SecurityLog.ofSystem(System::nanoTime),
                        System::nanoTime);
        managers = new Managers(settings.feed().secret(), clock, gate);
        rights = new Rights(settings.feed().secret(), clock);
        listener = new Listener(vertx, settings.http());
    }

    /**
     * Starts a server; it listens once this returns.
     *
     * @throws IOException with one line for the operator
     */
    public static StreamingServer start(Settings settings) throws IOException {
        DiskHealth health = new DiskHealth();
        PrivateFiles.only(settings.storage().data());
        DataDirectory data = DataDirectory.open(settings.storage().data(), health);
        StreamingServer server = new StreamingServer(settings, data, health);
        try {
            server.run();
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        return server;
    }

    private void run() throws IOException {
        WarmUp.json(); // before anybody can ask
        if (settings.gate().admin().hasPort()) {
            adminPort = await(AdminPort.open(vertx, settings.gate().admin(), registry::scrape));
        }
        port = listener.listen();
        String base = settings.http().base(port);
        Links links = new Links(base);
        channels.links(links);
        Shelf shelf = new Shelf(recordings);
        openStores(shelf);
        Workshop downloads = openWorkers(shelf);
        AdminDoor.gauges(registry, channels, viewers, events, onAir, health);
        Loops loops = await(Loops.open(vertx, settings.whep().ports(), System::nanoTime));
        Router router = Router.router(vertx);
        Doors.open(router, base);
        Guard guard =
                new Guard(
                        book,
                        rights,
                        managers,
                        onAir,
                        recordings,
                        id -> announcements.one(id).map(Announcement::channel));
        guard.mount(router); // before every other door
        new LiveDoor(onAir, viewers, gate, playbackMeters).mount(router); // asked most
        AccessDoor accessDoor =
                new AccessDoor(
                        vertx,
                        book,
                        rights,
                        managers,
                        programs,
                        recordings,
                        links,
                        gate,
                        this::empty);
        accessDoor.mount(router);
        new WatchDoor(vertx, book, rights, recordings, gate, base).mount(router);
        new FeedDoor(vertx, programs, settings.feed(), feedMeters, clock, book::visibility, gate)
                .mount(router);
        new OwnerDoor(vertx, recordings, managers, links, this::right).mount(router);
        new DirectoryDoor(channels, recordings, events, links).mount(router);
        new WhepDoor(vertx, onAir, () -> hall, guard::again, gate).mount(router);
        mountPast(router, shelf);
        mountRecorded(router, shelf, downloads, links);
        new AdminDoor(
                        vertx,
                        registry,
                        settings.gate().readers(settings.http().publicUrl()),
                        retention::trouble)
                .mount(router);
        front(base, links).mount(router);
        Doors.close(router);
        programs.recover();
        accessDoor.reconcile();
        listener.open(router);
        openHall(loops); // who watches by HLS need not wait for its crypto
        vertx.setPeriodic(TICK_MILLIS, tick -> tick());
        vertx.setPeriodic(TICK_MILLIS, tick -> accessDoor.reconcile());
        vertx.setPeriodic(KEEP_ALIVE_MILLIS, tick -> events.keepAlive());
        vertx.setPeriodic(SWEEP_MILLIS, tick -> workers.execute(this::sweep));
    }

    /** Reads what is kept, the bucket's part of it too. */
    private void openStores(Shelf shelf) throws IOException {
        openVault(shelf);
        recordings.load();
        retention.sweep(clock.instant());
        book.load();
        announcements.load();
        recordings.whenRemoved(removed -> onAir.drop(removed.session().id()));
        onAir.whenForgotten(stills::forget);
        onAir.whenForgotten(storyboards::forget);
    }

    private Workshop openWorkers(Shelf shelf) {
        backstage = new Backstage(backstageWorker, recordings, shelf, stills, storyboards);
        backstage.open();
        Workshop downloads = new Workshop(workshopWorker, recordings, shelf);
        downloads.open();
        workshop = downloads;
        return downloads;
    }

    private void mountPast(Router router, Shelf shelf) {
        new StoryboardDoor(vertx, onAir, recordings, storyboards, playbackMeters).mount(router);
        new PastDoor(vertx, onAir, recordings, shelf, viewers, gate, playbackMeters).mount(router);
    }

    private void mountRecorded(Router router, Shelf shelf, Workshop downloads, Links links) {
        new ChapterDoor(vertx, onAir, recordings).mount(router);
        new StillDoor(vertx, onAir, recordings, stills, playbackMeters).mount(router);
        new WorkshopDoor(vertx, recordings, downloads, managers, links, playbackMeters)
                .mount(router);
        new RecordingDoor(vertx, recordings, shelf, playbackMeters).mount(router);
    }

    private Front front(String base, Links links) {
        return new Front(
                vertx,
                announcements,
                channels,
                recordings,
                events,
                links,
                base,
                managers::require,
                book::visibility,
                this::right,
                clock);
    }

    /**
     * Lets viewers by WHEP in, and makes a call with itself so that none of them waits for crypto.
     */
    private void openHall(Loops loops) {
        SecureRandom random = new SecureRandom();
        DtlsIdentity identity = DtlsIdentity.create(random, clock.instant());
        warmingUp = workers.submit(() -> warmUp(identity, random));
        hall =
                Hall.open(
                        loops,
                        settings.whep(),
                        settings.gate().entriesPerMinute(),
                        whepMeters,
                        viewers,
                        identity,
                        random,
                        workers,
                        new ServerTime(clock.instant(), System.nanoTime()),
                        System::nanoTime);
    }

    /** Nobody watches that channel any more. */
    private void empty(Id channel) {
        Hall open = hall;
        if (open != null) {
            open.empty(channel);
        }
    }

    private void warmUp(DtlsIdentity identity, SecureRandom random) {
        try {
            boolean well = WarmUp.run(identity, random, workers, System::nanoTime, WARM_UP_NANOS);
            if (!well) {
                LOG.log(Level.WARNING, "no call with oneself: is this machine overloaded?");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What opens the programs of a channel for its host. */
    private String right(Id channel) {
        return PathRight.segment(rights.watch(channel, book.of(channel)).token());
    }

    /** Before anything is read: samples may be in the bucket only. */
    private void openVault(Shelf shelf) {
        S3Config bucket = settings.storage().bucket();
        if (bucket == null) {
            return;
        }
        Vault opened = new Vault(bucket, data, recordings, vaultWorker, clock, shelf::remove);
        data.elsewhere(opened);
        retention.spare(opened::spare);
        Gauge.builder("rostrum.bucket.away", opened, v -> v.away() ? 1 : 0).register(registry);
        vault = opened;
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(STOP_SECONDS, SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause();
            throw new IOException((cause == null ? e : cause).getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting", e);
        }
    }

    private void tick() {
        drops.tick();
        programs.tick();
        if (vault != null) {
            vault.tick(onAir.all());
        }
        channels.tick(System.nanoTime());
        stills.refresh(onAir.all(), System.nanoTime());
        storyboards.refresh(onAir.all(), System.nanoTime());
        if (health.trouble().isPresent()) {
            workers.execute(this::sweep);
        }
    }

    private void sweep() {
        try {
            retention.sweep(clock.instant());
            recordings.settle();
            announcements.sweep(clock.instant());
        } catch (IOException e) {
            health.failed("the data directory cannot be kept tidy: " + e.getMessage());
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** The operator's own port, or -1 where there is none. */
    public int adminPort() {
        return adminPort;
    }

    /** Stops serving; programs on air go on when the server starts again. */
    @Override
    public void close() {
        try {
            Hall open = hall;
            if (open != null) {
                open.close();
            }
            if (backstage != null) {
                backstage.close();
            }
            if (workshop != null) {
                workshop.close();
            }
            if (vault != null) {
                vault.close();
            }
            if (warmingUp != null) {
                warmingUp.cancel(true); // nobody needs it any more
            }
            vertx.close().toCompletionStage().toCompletableFuture().get(STOP_SECONDS, SECONDS);
            stillWorker.shutdown();
            backstageWorker.shutdown();
            workshopWorker.shutdown();
            vaultWorker.shutdown();
            workers.shutdown();
            if (!workers.awaitTermination(STOP_SECONDS, SECONDS)
                    || !backstageWorker.awaitTermination(STOP_SECONDS, SECONDS)
                    || !workshopWorker.awaitTermination(STOP_SECONDS, SECONDS)
                    || !vaultWorker.awaitTermination(STOP_SECONDS, SECONDS)) {
                LOG.log(Level.WARNING, "some disk work did not end");
            }
            data.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | IOException e) {
            LOG.log(Level.WARNING, "did not stop cleanly: " + e.getMessage());
        }
    }
}

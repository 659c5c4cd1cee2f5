package io.rostrum.streaming.main;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rostrum.disk.PrivateFiles;
import io.rostrum.gate.Gate;
import io.rostrum.gate.Prices;
import io.rostrum.gate.SecurityLog;
import io.rostrum.net.DropWatch;
import io.rostrum.net.LogThread;
import io.rostrum.net.Stopping;
import io.rostrum.streaming.config.Settings;
import io.rostrum.streaming.ingest.FeedMeters;
import io.rostrum.streaming.playback.PlaybackMeters;
import io.rostrum.streaming.timeline.DataDirectory;
import io.rostrum.streaming.timeline.DiskHealth;
import io.rostrum.streaming.whep.WhepMeters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * The first stage of starting: a data directory that nobody else has, threads, clocks, figures, and
 * the gate before all doors.
 */
final class Ground {
    private static final long WAIT_SECONDS = 10;

    final Settings settings;
    final Stopping stopping;
    final DiskHealth health = new DiskHealth();
    final DataDirectory data;
    final Workers workers;
    final Vertx vertx;
    final Clock clock = Clock.systemUTC();
    final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    final FeedMeters feedMeters = new FeedMeters(registry);
    final PlaybackMeters playbackMeters = new PlaybackMeters(registry);
    final WhepMeters whepMeters = new WhepMeters(registry);
    final LogThread lines = LogThread.start();
    final Gate gate;

    private Ground(Settings settings, Stopping stopping) throws IOException {
        this.settings = settings;
        this.stopping = stopping;
        stopping.first(lines::close);
        PrivateFiles.only(settings.storage().data());
        data = DataDirectory.open(settings.storage().data(), health);
        stopping.first(data::close);
        workers = new Workers();
        stopping.first(workers::close);
        vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setPreferNativeTransport(true)
                                .setEventLoopPoolSize(Listener.LOOPS));
        stopping.first(() -> await(vertx.close()));
        gate =
                new Gate(
                        settings.gate().callers(),
                        Prices.perMinute(Prices.ROOMS, settings.gate().entriesPerMinute()),
                        SecurityLog.ofSystem(lines, System::nanoTime),
                        System::nanoTime);
        counters();
    }

    private void counters() {
        FunctionCounter.builder("rostrum.segments.damaged", data, DataDirectory::damaged)
                .description("segments of which the disk has damaged something")
                .register(registry);
        FunctionCounter.builder("rostrum.log.lost", lines, LogThread::lost).register(registry);
    }

    /** What is dropped, for the log. */
    DropWatch drops() {
        return whepMeters.watch(DropWatch.ofSystem(lines)).of("damaged segments", data::damaged);
    }

    /**
     * @param stopping collects what is taken, in this stage and those that follow
     * @throws IOException with one line for the operator
     */
    static Ground lay(Settings settings, Stopping stopping) throws IOException {
        return new Ground(settings, stopping);
    }

    /** Waits, while nobody is served yet or any more. */
    static <T> T await(Future<T> future) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(WAIT_SECONDS, SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            Throwable cause = e.getCause();
            throw new IOException((cause == null ? e : cause).getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

package io.rostrum.streaming.main;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.rostrum.net.LowPriority;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The threads beside the event loops: for disks, pictures, downloads and the bucket. */
final class Workers {
    private static final System.Logger LOG = System.getLogger(Workers.class.getName());
    private static final long STOP_SECONDS = 10;

    /** Whatever waits for a disk. */
    final ExecutorService any = Executors.newVirtualThreadPerTaskExecutor();

    final ExecutorService stills = Executors.newSingleThreadExecutor();
    final ExecutorService backstage =
            Executors.newSingleThreadExecutor(LowPriority.threads("backstage"));
    final ExecutorService workshop =
            Executors.newSingleThreadExecutor(LowPriority.threads("workshop"));
    final ExecutorService vault = Executors.newSingleThreadExecutor();

    /** Lets them end what they do. */
    void close() throws InterruptedException {
        List<ExecutorService> all = List.of(stills, backstage, workshop, vault, any);
        all.forEach(ExecutorService::shutdown);
        long end = System.nanoTime() + SECONDS.toNanos(STOP_SECONDS);
        for (ExecutorService one : all) {
            if (!one.awaitTermination(end - System.nanoTime(), NANOSECONDS)) {
                LOG.log(Level.WARNING, "some work beside the loops did not end");
            }
        }
    }
}

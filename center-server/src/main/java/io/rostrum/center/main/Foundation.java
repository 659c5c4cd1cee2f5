package io.rostrum.center.main;

import io.rostrum.center.account.Guise;
import io.rostrum.center.account.KeptFiles;
import io.rostrum.center.account.RoomKeys;
import io.rostrum.center.account.Secrets;
import io.rostrum.center.config.CenterConfig;
import io.rostrum.disk.PrivateFiles;
import io.rostrum.http.WebRoot;
import io.rostrum.media.audio.Mixer;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.net.LogThread;
import io.rostrum.net.Stopping;
import io.rostrum.net.WarmUp;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What has to be there before the doors open, and takes its time.
 *
 * @param pages of the web, read
 * @param lines of the log, written beside the loops
 * @param handshakes one virtual thread for each, because BouncyCastle's handshakes block
 */
record Foundation(
        RoomKeys rooms,
        KeptFiles kept,
        WebRoot pages,
        LogThread lines,
        DtlsIdentity certificate,
        SecureRandom random,
        Secrets secrets,
        Executor handshakes) {
    private static final System.Logger LOG = System.getLogger(Foundation.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Blocks.
     *
     * @param taken told of everything that has to be given back, should it fail too
     */
    static Foundation lay(Vertx vertx, CenterConfig config, LongSupplier nanoClock, Stopping taken)
            throws IOException, InterruptedException {
        PrivateFiles.only(config.rooms().data());
        SecureRandom random = new SecureRandom();
        Secrets secrets = new Secrets();
        DataLock lock = DataLock.take(config.rooms().data());
        taken.first(lock::close);
        LogThread lines = LogThread.start();
        taken.first(lines::close);
        RoomKeys keys = new RoomKeys(vertx, config.rooms().data(), InstantSource.system(), secrets);
        Foundation foundation =
                new Foundation(
                        keys,
                        kept(config.rooms().data(), keys),
                        new WebRoot(
                                Foundation.class.getClassLoader(), config.streaming().publicUrl()),
                        lines,
                        DtlsIdentity.create(random, Instant.now()),
                        random,
                        secrets,
                        task -> Thread.ofVirtual().name("handshake").start(task));
        foundation.warmUp(nanoClock);
        return foundation;
    }

    /** What hosts decided, without that of rooms that are no more. */
    static KeptFiles kept(Path data, RoomKeys keys) {
        KeptFiles kept = new KeptFiles(data.resolve("kept"));
        if (!keys.damaged()) {
            kept.sweep(room -> keys.room(room) != null);
        }
        return kept;
    }

    /** The first mixer loads and links libopus; JSON, names and the call load theirs. */
    private void warmUp(LongSupplier nanoClock) throws InterruptedException {
        try (Mixer mixer = new Mixer()) {
            mixer.join((opus, length, timestamp) -> {});
            mixer.tick(nanoClock.getAsLong());
        }
        WarmUp.json();
        Guise.of("the tables are read from a file");
        boolean well = WarmUp.run(certificate, random, handshakes, nanoClock, PATIENCE.toNanos());
        if (!well) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "no call with oneself within {0}: is this machine overloaded?",
                    PATIENCE);
        }
    }
}

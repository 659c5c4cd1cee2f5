package io.rostrum.center.main;

import io.rostrum.center.account.KeptFiles;
import io.rostrum.center.account.RoomKeys;
import io.rostrum.center.account.Secrets;
import io.rostrum.center.config.CenterConfig;
import io.rostrum.disk.PrivateFiles;
import io.rostrum.media.audio.Mixer;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.net.WarmUp;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What has to be there before the doors open, and takes its time.
 *
 * @param handshakes one virtual thread for each, because BouncyCastle's handshakes block
 */
record Foundation(
        DataLock data,
        RoomKeys rooms,
        KeptFiles kept,
        DtlsIdentity certificate,
        SecureRandom random,
        Secrets secrets,
        Executor handshakes) {
    private static final System.Logger LOG = System.getLogger(Foundation.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Blocks. */
    static Foundation lay(Vertx vertx, CenterConfig config, LongSupplier nanoClock)
            throws IOException, InterruptedException {
        PrivateFiles.only(config.rooms().data());
        SecureRandom random = new SecureRandom();
        Secrets secrets = new Secrets();
        Foundation foundation =
                new Foundation(
                        DataLock.take(config.rooms().data()),
                        new RoomKeys(vertx, config.rooms().data(), InstantSource.system(), secrets),
                        new KeptFiles(config.rooms().data().resolve("kept")),
                        DtlsIdentity.create(random, Instant.now()),
                        random,
                        secrets,
                        task -> Thread.ofVirtual().name("handshake").start(task));
        foundation.warmUp(nanoClock);
        return foundation;
    }

    /** The first mixer loads and links libopus; JSON and the call load theirs. */
    private void warmUp(LongSupplier nanoClock) throws InterruptedException {
        try (Mixer mixer = new Mixer()) {
            mixer.join((opus, length, timestamp) -> {});
            mixer.tick(nanoClock.getAsLong());
        }
        WarmUp.json();
        boolean well = WarmUp.run(certificate, random, handshakes, nanoClock, PATIENCE.toNanos());
        if (!well) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "no call with oneself within {0}: is this machine overloaded?",
                    PATIENCE);
        }
    }
}

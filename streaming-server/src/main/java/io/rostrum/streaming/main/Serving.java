package io.rostrum.streaming.main;

import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.net.DropWatch;
import io.rostrum.net.ServerTime;
import io.rostrum.net.WarmUp;
import io.rostrum.streaming.whep.Hall;
import io.vertx.core.Vertx;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.concurrent.Future;

/**
 * The last stage: the doors are open; first for who watches by HLS, who need not wait for the
 * crypto of the others (decision 010).
 */
final class Serving {
    private static final System.Logger LOG = System.getLogger(Serving.class.getName());
    private static final long WARM_UP_NANOS = 30_000_000_000L;
    private static final long TICK_MILLIS = 1000;
    private static final long KEEP_ALIVE_MILLIS = 10_000;
    private static final long SWEEP_MILLIS = 60_000;

    private final House house;
    private final Ground ground;

    private Serving(House house) {
        this.house = house;
        ground = house.station.archive.address.ground;
    }

    static Serving begin(House house, Lanes lanes) {
        Serving serving = new Serving(house);
        house.station.archive.address.listener.open(() -> lanes.before(house.router, house.lane));
        serving.openHall();
        serving.keepTime();
        return serving;
    }

    /** Where it serves. */
    Address address() {
        return house.station.archive.address;
    }

    /**
     * Lets viewers by WHEP in, and makes a call with itself so that none of them waits for crypto.
     */
    private void openHall() {
        SecureRandom random = new SecureRandom();
        DtlsIdentity identity = DtlsIdentity.create(random, ground.clock.instant());
        Future<?> warmingUp = ground.workers.any.submit(() -> warmUp(identity, random));
        ground.stopping.first(() -> warmingUp.cancel(true)); // nobody needs it any more
        Hall hall =
                Hall.open(
                        address().loops,
                        ground.settings.whep(),
                        ground.settings.gate().entriesPerMinute(),
                        ground.whepMeters,
                        house.station.viewers,
                        identity,
                        random,
                        ground.workers.any,
                        new ServerTime(ground.clock.instant(), System.nanoTime()),
                        System::nanoTime);
        ground.stopping.first(hall::close);
        house.hall.set(hall);
    }

    private void warmUp(DtlsIdentity identity, SecureRandom random) {
        try {
            boolean well =
                    WarmUp.run(
                            identity, random, ground.workers.any, System::nanoTime, WARM_UP_NANOS);
            if (!well) {
                LOG.log(Level.WARNING, "no call with oneself: is this machine overloaded?");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepTime() {
        Vertx vertx = ground.vertx;
        Station station = house.station;
        DropWatch drops = ground.drops();
        vertx.setPeriodic(TICK_MILLIS, tick -> drops.tick());
        vertx.setPeriodic(TICK_MILLIS, tick -> station.tick());
        vertx.setPeriodic(TICK_MILLIS, tick -> house.accessDoor.reconcile());
        vertx.setPeriodic(KEEP_ALIVE_MILLIS, tick -> station.events.keepAlive());
        vertx.setPeriodic(SWEEP_MILLIS, tick -> ground.workers.any.execute(station.archive::sweep));
    }
}

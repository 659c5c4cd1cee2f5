package io.rostrum.streaming.main;

import io.rostrum.gate.AdminPort;
import io.rostrum.net.Loops;
import io.rostrum.net.WarmUp;
import io.rostrum.streaming.config.Settings;
import io.rostrum.streaming.directory.Links;
import java.io.IOException;

/**
 * The second stage: all ports are taken, and whoever comes is told 503 until the doors are open.
 */
final class Address {
    /** Stands for a port that there is not. */
    static final int NONE = -1;

    final Ground ground;
    final Listener listener;
    final int adminPort;
    final int port;
    final String base;
    final Links links;
    final Loops loops;

    private Address(Ground ground) throws IOException {
        this.ground = ground;
        Settings settings = ground.settings;
        adminPort =
                settings.gate().admin().hasPort()
                        ? Ground.await(
                                AdminPort.open(
                                        ground.vertx,
                                        settings.gate().admin(),
                                        ground.registry::scrape))
                        : NONE;
        listener = new Listener(ground.vertx, settings.http());
        port = listener.listen();
        base = settings.http().base(port);
        links = new Links(base);
        loops = Ground.await(Loops.open(ground.vertx, settings.whep().ports(), System::nanoTime));
    }

    /**
     * @throws IOException with one line for the operator
     */
    static Address take(Ground ground) throws IOException {
        WarmUp.json(); // before anybody can ask
        return new Address(ground);
    }
}

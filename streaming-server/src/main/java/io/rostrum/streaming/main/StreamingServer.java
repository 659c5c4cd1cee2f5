package io.rostrum.streaming.main;

import io.rostrum.net.Stopping;
import io.rostrum.streaming.config.Settings;
import java.io.IOException;

/**
 * The whole server. It starts in stages, each of which can be built from the one before only, and
 * stops in the reverse order. Thread: starts and stops on the caller's, serves on event loops.
 */
public final class StreamingServer implements AutoCloseable {
    private final Serving serving;
    private final Stopping stopping;

    private StreamingServer(Serving serving, Stopping stopping) {
        this.serving = serving;
        this.stopping = stopping;
    }

    /**
     * Starts a server; it listens once this returns. Where it does not come so far, what it had
     * taken is given back.
     *
     * @throws IOException with one line for the operator
     */
    public static StreamingServer start(Settings settings) throws IOException {
        return start(settings, Lanes::fast);
    }

    static StreamingServer start(Settings settings, Lanes lanes) throws IOException {
        Stopping stopping = new Stopping();
        try {
            Ground ground = Ground.lay(settings, stopping);
            Address address = Address.take(ground);
            Archive archive = Archive.read(address);
            Station station = Station.recover(archive);
            House house = House.hang(station);
            return new StreamingServer(Serving.begin(house, lanes), stopping);
        } catch (IOException | RuntimeException | Error e) {
            stopping.run();
            throw e;
        }
    }

    /** Where it listens. */
    public int port() {
        return serving.address().port;
    }

    /** The operator's own port, or -1 where there is none. */
    public int adminPort() {
        return serving.address().adminPort;
    }

    /** Stops serving; programs on air go on when the server starts again. */
    @Override
    public void close() {
        stopping.run();
    }
}

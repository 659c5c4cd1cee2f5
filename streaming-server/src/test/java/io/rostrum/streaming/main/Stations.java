package io.rostrum.streaming.main;

import io.rostrum.gate.GateSettings;
import io.rostrum.net.Ports;
import io.rostrum.protocol.feed.FeedLimits;
import io.rostrum.streaming.config.FeedConfig;
import io.rostrum.streaming.config.HttpConfig;
import io.rostrum.streaming.config.Settings;
import io.rostrum.streaming.config.StorageConfig;
import io.rostrum.streaming.config.WhepConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Whole servers on free ports of this machine, with whom {@link FeedClient} shares a secret. */
final class Stations {
    private static final int WHEP_VIEWERS = 10;

    /** Nobody sends in real time here. */
    private static final Duration NEVER = Duration.ofHours(1);

    private Stations() {}

    static StreamingServer start(Path data) throws IOException {
        return start(new StorageConfig(data, null, 0, 0));
    }

    static StreamingServer start(StorageConfig storage) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        return StreamingServer.start(
                new Settings(
                        new HttpConfig(0, "127.0.0.1", null, null, false),
                        storage,
                        new FeedConfig(
                                FeedClient.SECRET,
                                Duration.ofMinutes(5),
                                NEVER,
                                FeedLimits.DEFAULT),
                        new WhepConfig(new Ports(here, 0, 1), List.of(here), WHEP_VIEWERS),
                        GateSettings.defaults()));
    }
}

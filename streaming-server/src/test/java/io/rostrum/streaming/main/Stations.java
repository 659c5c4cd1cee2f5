package io.rostrum.streaming.main;

import io.rostrum.gate.AdminSettings;
import io.rostrum.gate.Callers;
import io.rostrum.gate.GateSettings;
import io.rostrum.gate.Prices;
import io.rostrum.gate.ProxyHeader;
import io.rostrum.gate.Subnet;
import io.rostrum.net.Ports;
import io.rostrum.protocol.feed.FeedLimits;
import io.rostrum.streaming.config.FeedConfig;
import io.rostrum.streaming.config.HttpConfig;
import io.rostrum.streaming.config.Settings;
import io.rostrum.streaming.config.StorageConfig;
import io.rostrum.streaming.config.WhepConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whole servers on free ports of this machine, with whom {@link FeedClient} shares a secret. */
final class Stations {
    private static final int WHEP_VIEWERS = 10;

    /** Trusted, and on this machine. */
    private static final Callers PROXY =
            new Callers(
                    List.of(Subnet.of("--trusted-proxy", "127.0.0.1/32")),
                    ProxyHeader.X_FORWARDED_FOR);

    /** Nobody sends in real time here. */
    private static final Duration NEVER = Duration.ofHours(1);

    private Stations() {}

    static StreamingServer start(Path data) throws IOException {
        return start(new StorageConfig(data, null, 0, 0));
    }

    static StreamingServer start(StorageConfig storage) throws IOException {
        return StreamingServer.start(settings(null, storage, GateSettings.defaults()));
    }

    /** Others reach it by https, through a proxy. */
    static StreamingServer behindTls(Path data, Lanes lanes) throws IOException {
        StorageConfig storage = new StorageConfig(data, null, 0, 0);
        GateSettings gate =
                new GateSettings(PROXY, Prices.ENTRIES, new AdminSettings(AdminSettings.BIND, 0));
        return StreamingServer.start(
                settings(URI.create("https://tv.example"), storage, gate), lanes);
    }

    private static Settings settings(
            @Nullable URI publicUrl, StorageConfig storage, GateSettings gate) {
        InetAddress here = InetAddress.getLoopbackAddress();
        return new Settings(
                new HttpConfig(0, "127.0.0.1", publicUrl, null, false),
                storage,
                new FeedConfig(FeedClient.SECRET, Duration.ofMinutes(5), NEVER, FeedLimits.DEFAULT),
                new WhepConfig(new Ports(here, 0, 1), List.of(here), WHEP_VIEWERS),
                gate);
    }
}

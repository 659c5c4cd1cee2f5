package io.rostrum.center.config;

import io.rostrum.gate.AdminSettings;
import io.rostrum.gate.GateSettings;
import io.rostrum.gate.Prices;
import io.rostrum.http.Tls;
import io.rostrum.net.Addresses;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the center server. */
@Command(
        name = "center-server",
        description = "Rooms that meet, and go on air.",
        showDefaultValues = true,
        sortOptions = false)
final class CenterOptions {
    @Option(names = "--port", description = "HTTP port")
    int port = 8080;

    @Option(names = "--bind", description = "address to listen on")
    String bind = "127.0.0.1";

    @Option(
            names = "--media-bind",
            description = "address that the media ports listen on (default: --bind)")
    @Nullable String mediaBind;

    @Option(
            names = "--public-address",
            split = ",",
            description =
                    "address at which clients reach the media ports; own: all of this machine"
                            + " (default: --media-bind)")
    List<String> publicAddresses = List.of();

    @Option(names = "--public-url", description = "as browsers reach this server")
    @Nullable URI publicUrl;

    @Option(
            names = "--allowed-origin",
            split = ",",
            description = "further web site whose pages may connect")
    Set<String> origins = Set.of();

    @Option(names = "--tls-cert", description = "PEM file: https instead of http")
    @Nullable Path certificate;

    @Option(names = "--tls-key", description = "PEM file of the certificate's key")
    @Nullable Path key;

    @Option(names = "--h2c", description = "HTTP/2 without TLS too, for a proxy in front")
    boolean h2c;

    @Option(names = "--media-port", description = "first UDP port, one for each loop")
    int mediaPort = 10000;

    @Option(names = "--loops", description = "threads that carry rooms (default: one per core)")
    int loops = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--conversions",
            description =
                    "sources coded anew at a time, where B-frames or a lack of key frames ask for"
                            + " it; 0: none (default: one per core)")
    int conversions = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--stills",
            description =
                    "small pictures of people made a second for the lists of all rooms; 0: none")
    int stills = 10;

    @Option(names = "--data", description = "folder that keeps the rooms")
    Path data = Path.of("data", "center");

    @Option(names = "--room-size", description = "most participants of a room")
    int roomSize = 100;

    @Option(names = "--seat-seconds", description = "how long a seat is kept after a break")
    int seatSeconds = 30;

    @Option(
            names = "--room-days",
            description = "days after which a room that nobody used ends; 0: never")
    int roomDays = 365;

    @Option(names = "--rooms-per-minute", description = "rooms that one address may make")
    int roomsPerMinute = Prices.ROOMS;

    @Option(
            names = "--entries-per-minute",
            description = "joins and WHIP offers of one address (IPv6: of one /64)")
    int entriesPerMinute = Prices.ENTRIES;

    @Option(
            names = "--trusted-proxy",
            split = ",",
            description = "address or prefix of a proxy that says who asks (default: none)")
    List<String> trustedProxies = List.of();

    @Option(
            names = "--proxy-header",
            description = "in which a trusted proxy says it: X-Forwarded-For or Forwarded")
    String proxyHeader = "X-Forwarded-For";

    @Option(
            names = "--admin-port",
            description =
                    "port of its own for /metrics; 0: any (default: none, then only this machine"
                            + " reads it, at --port)")
    int adminPort = AdminSettings.NONE;

    @Option(names = "--admin-bind", description = "address that --admin-port listens on")
    String adminBind = AdminSettings.BIND;

    @Option(
            names = "--admin-host",
            split = ",",
            description = "name by which /metrics is asked for, beside localhost and addresses")
    Set<String> adminHosts = Set.of();

    @Option(names = "--streaming-url", description = "streaming server, as we reach it")
    @Nullable URI streamingUrl;

    @Option(
            names = "--streaming-public-url",
            description = "streaming server, as viewers reach it (default: --streaming-url)")
    @Nullable URI streamingPublicUrl;

    @Option(
            names = "--feed-secret",
            defaultValue = "${env:ROSTRUM_FEED_SECRET}",
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            description = "what the streaming server knows us by (default: $$ROSTRUM_FEED_SECRET)")
    @Nullable String feedSecret;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    boolean help;

    CenterConfig config() throws ConfigException {
        try {
            return new CenterConfig(
                    http(),
                    media(),
                    rooms(),
                    streaming(),
                    GateSettings.of(
                            trustedProxies,
                            proxyHeader,
                            entriesPerMinute,
                            new AdminSettings(adminBind, adminPort, adminHosts)));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    private HttpConfig http() {
        return new HttpConfig(
                bind, port, trimmed(publicUrl), origins, Tls.of(certificate, key), h2c);
    }

    private MediaConfig media() {
        String listen = mediaBind == null ? bind : mediaBind;
        return new MediaConfig(
                Addresses.of(mediaBind == null ? "--bind" : "--media-bind", listen),
                Addresses.all(
                        "--public-address",
                        publicAddresses.isEmpty() ? List.of(listen) : publicAddresses),
                mediaPort,
                loops,
                conversions,
                stills);
    }

    private RoomConfig rooms() {
        return new RoomConfig(
                data, roomSize, Duration.ofSeconds(seatSeconds), roomDays, roomsPerMinute);
    }

    private StreamingConfig streaming() {
        URI seenByViewers = streamingPublicUrl != null ? streamingPublicUrl : streamingUrl;
        return new StreamingConfig(trimmed(streamingUrl), trimmed(seenByViewers), feedSecret);
    }

    /** Paths are put behind it. */
    private static @Nullable URI trimmed(@Nullable URI url) {
        if (url == null) {
            return null;
        }
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("not an http address: " + url);
        }
        String text = url.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }
}

package io.rostrum.streaming.config;

import io.rostrum.gate.AdminSettings;
import io.rostrum.gate.GateSettings;
import io.rostrum.gate.Prices;
import io.rostrum.http.Tls;
import io.rostrum.net.Addresses;
import io.rostrum.net.Ports;
import io.rostrum.protocol.feed.FeedLimits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options of the streaming server; the only place that knows their names and defaults. */
@Command(
        name = "rostrum-streaming",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        description = "Receives programs from centers and shows them to anybody.")
public final class CommandLine {
    @Option(names = "--port", description = "HTTP port (default: 8090)")
    private int port = 8090;

    @Option(names = "--bind", description = "address to listen on (default: 127.0.0.1)")
    private String bind = "127.0.0.1";

    @Option(names = "--public-url", description = "how viewers reach this server")
    private @Nullable URI publicUrl;

    @Option(
            names = "--center-url",
            description = "how browsers reach the center, for the links of our pages")
    private @Nullable URI centerUrl;

    @Option(names = "--data", description = "where programs are kept (default: data/streaming)")
    private Path data = Path.of("data", "streaming");

    @Option(
            names = "--feed-secret",
            description = "what a feed has to know (or the variable ROSTRUM_FEED_SECRET)")
    private @Nullable String feedSecret;

    @Option(names = "--tls-cert", description = "certificate chain, PEM")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", description = "private key, PEM")
    private @Nullable Path key;

    @Option(names = "--h2c", description = "HTTP/2 without TLS too, for a proxy in front")
    private boolean h2c;

    @Option(
            names = "--keep-days",
            description = "age at which recordings are removed (default: never)")
    private @Nullable Integer keepDays;

    @Option(
            names = "--keep-space",
            description = "space for all recordings, like 100GB (default: no bound)")
    private String keepSpace = "0";

    @Option(names = "--min-free", description = "disk space to leave free (default: 512MB)")
    private String minFree = "512MB";

    @Option(
            names = "--s3-bucket",
            description = "S3 bucket for recordings; keys by AWS_ACCESS_KEY_ID, …SECRET_ACCESS_KEY")
    private @Nullable String s3Bucket;

    @Option(names = "--s3-endpoint", description = "S3 server (default: that of AWS)")
    private @Nullable URI s3Endpoint;

    @Option(names = "--s3-region", description = "region of the bucket (default: us-east-1)")
    private String s3Region = "us-east-1";

    @Option(names = "--s3-prefix", description = "what our objects' names begin with, like tv/")
    private String s3Prefix = "";

    @Option(
            names = "--s3-keep-local",
            description = "how long a recording in the bucket stays on disk (default: 1d)")
    private String s3KeepLocal = "1d";

    @Option(
            names = "--resume-window",
            description = "how long a feed may stay away, like 5m (default: 5m)")
    private String resumeWindow = "5m";

    @Option(
            names = "--stand-by-after",
            description =
                    "how long no picture may come before viewers get the stand-by picture"
                            + " (default: 700ms)")
    private String standByAfter = "700ms";

    @Option(
            names = "--media-bind",
            description = "address that the media ports listen on (default: --bind)")
    private @Nullable String mediaBind;

    @Option(
            names = "--public-address",
            split = ",",
            description =
                    "address at which viewers reach the media ports; own: all of this machine"
                            + " (default: --media-bind)")
    private List<String> publicAddresses = List.of();

    @Option(
            names = "--media-port",
            description = "first UDP port, one for each loop (default: 11000; 0: any)")
    private int mediaPort = 11000;

    @Option(names = "--loops", description = "threads for WHEP viewers (default: one per core)")
    private int loops = Runtime.getRuntime().availableProcessors();

    @Option(names = "--whep-viewers", description = "most viewers by WHEP (default: 1000)")
    private int whepViewers = 1000;

    @Option(
            names = "--entries-per-minute",
            description = "WHEP offers of one address (IPv6: of one /64; default: 120)")
    private int entriesPerMinute = Prices.ENTRIES;

    @Option(
            names = "--trusted-proxy",
            split = ",",
            description = "address or prefix of a proxy that says who asks (default: none)")
    private List<String> trustedProxies = List.of();

    @Option(
            names = "--proxy-header",
            description =
                    "in which a trusted proxy says it: X-Forwarded-For or Forwarded"
                            + " (default: X-Forwarded-For)")
    private String proxyHeader = "X-Forwarded-For";

    @Option(
            names = "--admin-port",
            description =
                    "port of its own for /metrics; 0: any (default: none, then only this machine"
                            + " reads it, at --port)")
    private int adminPort = AdminSettings.NONE;

    @Option(
            names = "--admin-bind",
            description = "address that --admin-port listens on (default: 127.0.0.1)")
    private String adminBind = AdminSettings.BIND;

    @Option(
            names = "--admin-host",
            split = ",",
            description =
                    "name by which /metrics is asked for, beside localhost and addresses"
                            + " (default: none)")
    private Set<String> adminHosts = Set.of();

    /** The environment; read nowhere else. */
    public static Map<String, String> environment() {
        return System.getenv();
    }

    /**
     * Checks everything together.
     *
     * @throws IllegalArgumentException with one line for the operator
     */
    public Settings settings(Map<String, String> environment) {
        String secret =
                feedSecret == null
                        ? environment.getOrDefault("ROSTRUM_FEED_SECRET", "")
                        : feedSecret;
        return new Settings(
                new HttpConfig(port, bind, publicUrl, Tls.of(certificate, key), h2c, centerUrl),
                new StorageConfig(
                                data,
                                keepDays == null ? null : Duration.ofDays(keepDays),
                                Sizes.bytes("--keep-space", keepSpace),
                                Sizes.bytes("--min-free", minFree))
                        .in(bucket(environment)),
                new FeedConfig(
                        secret,
                        Sizes.duration("--resume-window", resumeWindow),
                        Sizes.duration("--stand-by-after", standByAfter),
                        FeedLimits.DEFAULT),
                whep(),
                GateSettings.of(
                        trustedProxies,
                        proxyHeader,
                        entriesPerMinute,
                        new AdminSettings(adminBind, adminPort, adminHosts)));
    }

    private @Nullable S3Config bucket(Map<String, String> environment) {
        return s3Bucket == null
                ? null
                : new S3Config(
                        s3Bucket,
                        s3Endpoint,
                        s3Region,
                        s3Prefix,
                        environment.getOrDefault("AWS_ACCESS_KEY_ID", ""),
                        environment.getOrDefault("AWS_SECRET_ACCESS_KEY", ""),
                        Sizes.duration("--s3-keep-local", s3KeepLocal));
    }

    private WhepConfig whep() {
        String listen = mediaBind == null ? bind : mediaBind;
        return new WhepConfig(
                new Ports(
                        Addresses.of(mediaBind == null ? "--bind" : "--media-bind", listen),
                        mediaPort,
                        loops),
                Addresses.all(
                        "--public-address",
                        publicAddresses.isEmpty() ? List.of(listen) : publicAddresses),
                whepViewers);
    }
}

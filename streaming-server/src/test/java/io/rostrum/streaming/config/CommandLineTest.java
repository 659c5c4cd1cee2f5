package io.rostrum.streaming.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rostrum.http.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private static final Map<String, String> SECRET =
            Map.of("ROSTRUM_FEED_SECRET", "thirty two characters are enough.");

    private static Settings settings(Map<String, String> environment, String... args) {
        CommandLine options = new CommandLine();
        new picocli.CommandLine(options).parseArgs(args);
        return options.settings(environment);
    }

    @Test
    void theDefaultsAreThese() {
        Settings settings = settings(SECRET);
        assertThat(settings.http()).isEqualTo(new HttpConfig(8090, "127.0.0.1", null, null, false));
        assertThat(settings.storage())
                .isEqualTo(new StorageConfig(Path.of("data/streaming"), null, 0, 512L << 20));
        assertThat(settings.feed().secret()).isEqualTo("thirty two characters are enough.");
        assertThat(settings.feed().resumeWindow()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.http().base(8090)).isEqualTo("http://127.0.0.1:8090");
    }

    @Test
    void aBucketNeedsItsKeys() {
        Map<String, String> keys =
                Map.of(
                        "ROSTRUM_FEED_SECRET", "thirty two characters are enough.",
                        "AWS_ACCESS_KEY_ID", "station",
                        "AWS_SECRET_ACCESS_KEY", "station-secret");
        String[] args = {
            "--s3-bucket=tv-bucket",
            "--s3-endpoint=http://127.0.0.1:9000",
            "--s3-prefix=tv/",
            "--s3-keep-local=2h"
        };
        assertThat(settings(SECRET).storage().bucket()).isNull();
        assertThat(settings(keys, args).storage().bucket())
                .isEqualTo(
                        new S3Config(
                                "tv-bucket",
                                URI.create("http://127.0.0.1:9000"),
                                "us-east-1",
                                "tv/",
                                "station",
                                "station-secret",
                                Duration.ofHours(2)))
                .asString()
                .doesNotContain("station-secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(SECRET, args))
                .withMessageContaining("AWS_ACCESS_KEY_ID");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(keys, "--s3-bucket=tv-bucket", "--s3-prefix=/tv"))
                .withMessageContaining("--s3-prefix");
    }

    @Test
    void everythingCanBeSet(@TempDir Path folder) throws IOException {
        Path certificate = Files.createFile(folder.resolve("c.pem"));
        Path key = Files.createFile(folder.resolve("k.pem"));
        Settings settings =
                settings(
                        SECRET,
                        "--port=1",
                        "--bind=127.0.0.1",
                        "--media-bind=0.0.0.0",
                        "--public-url=https://tv.example.org",
                        "--data=/tmp/x",
                        "--feed-secret=another one, of thirty two characters",
                        "--tls-cert=" + certificate,
                        "--tls-key=" + key,
                        "--h2c",
                        "--keep-days=7",
                        "--keep-space=100GB",
                        "--min-free=1GB",
                        "--resume-window=90s",
                        "--public-address=203.0.113.7",
                        "--media-port=12000",
                        "--loops=3",
                        "--whep-viewers=50");
        assertThat(settings.http().tls()).isEqualTo(new Tls(certificate, key));
        assertThat(settings.http().h2c()).isTrue();
        assertThat(settings.http().base(1)).isEqualTo("https://tv.example.org");
        assertThat(settings.storage())
                .isEqualTo(
                        new StorageConfig(
                                Path.of("/tmp/x"), Duration.ofDays(7), 100L << 30, 1L << 30));
        assertThat(settings.feed().secret()).isEqualTo("another one, of thirty two characters");
        assertThat(settings.whep().ports().bind()).isEqualTo(InetAddress.ofLiteral("0.0.0.0"));
        assertThat(settings.whep().ports().first()).isEqualTo(12000);
        assertThat(settings.whep().publicAddresses())
                .containsExactly(InetAddress.ofLiteral("203.0.113.7"));
        assertThat(settings.whep().viewers()).isEqualTo(50);
        assertThat(settings.feed().resumeWindow()).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @CsvSource({
        "--keep-space=much, --keep-space",
        "--resume-window=5 years, --resume-window",
        "--public-url=ftp://x, --public-url",
        "--tls-cert=c.pem, --tls-key",
        "--feed-secret=of-thirty-one-characters-is-sho, openssl rand",
        "--port=70000, --port",
        "--keep-days=0, --keep-days"
    })
    void whatMakesNoSenseIsRefusedByItsName(String argument, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(SECRET, argument))
                .withMessageContaining(named);
    }

    @Test
    void withoutASecretItDoesNotStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of()))
                .withMessageContaining("ROSTRUM_FEED_SECRET");
    }

    @Test
    void theSecretIsNeverPrinted() {
        assertThat(settings(SECRET).toString()).doesNotContain("thirty two characters are enough.");
    }
}

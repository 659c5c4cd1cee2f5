package io.rostrum.center.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CenterOptionsTest {
    private static CenterConfig read(String... arguments) throws ConfigException {
        return CommandLineReader.read(arguments, new PrintWriter(new StringWriter())).orElseThrow();
    }

    @Test
    void keysAndDefaultsAreWhatOperatorsRelyOn() throws Exception {
        CenterConfig config = read();
        assertThat(config.http().port()).isEqualTo(8080);
        assertThat(config.http().bind()).isEqualTo("127.0.0.1");
        assertThat(config.http().publicUrl()).isNull();
        assertThat(config.http().origins()).isEmpty();
        assertThat(config.http().tls()).isNull();
        assertThat(config.media().port()).isEqualTo(10000);
        assertThat(config.media().loops()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(config.media().stills()).isEqualTo(10);
        assertThat(config.media().publicAddresses())
                .isEqualTo(List.of(InetAddress.ofLiteral("127.0.0.1")));
        assertThat(config.rooms().data()).isEqualTo(Path.of("data", "center"));
        assertThat(config.rooms().size()).isEqualTo(100);
        assertThat(config.rooms().seat()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.rooms().perMinute()).isEqualTo(60);
        assertThat(config.streaming().url()).isNull();
    }

    @Test
    void everyKeyIsTaken() throws Exception {
        CenterConfig config =
                read(
                        "--port=1",
                        "--bind=127.0.0.2",
                        "--media-bind=0.0.0.0",
                        "--public-address=192.0.2.1,192.0.2.2",
                        "--public-url=https://example.org/",
                        "--allowed-origin=https://a.example",
                        "--media-port=2000",
                        "--loops=3",
                        "--stills=4",
                        "--data=/tmp/d",
                        "--room-size=5",
                        "--seat-seconds=6",
                        "--rooms-per-minute=7",
                        "--streaming-url=http://127.0.0.1:8090",
                        "--streaming-public-url=https://tv.example",
                        "--feed-secret=s-of-thirty-two-characters-or-more");
        assertThat(config.http().publicUrl()).isEqualTo(URI.create("https://example.org"));
        assertThat(config.http().origins()).containsExactly("https://a.example");
        assertThat(config.media().bind()).isEqualTo(InetAddress.ofLiteral("0.0.0.0"));
        assertThat(config.media().publicAddresses()).hasSize(2);
        assertThat(config.media().loops()).isEqualTo(3);
        assertThat(config.media().stills()).isEqualTo(4);
        assertThat(config.rooms().seat()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.streaming().publicUrl()).isEqualTo(URI.create("https://tv.example"));
        assertThat(config.streaming().feedSecret()).isEqualTo("s-of-thirty-two-characters-or-more");
        assertThat(config.toString()).doesNotContain("feedSecret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=70000",
                "--port=x",
                "--media-port=0",
                "--media-port=65535 --loops=2",
                "--loops=0",
                "--conversions=-1",
                "--stills=-1",
                "--stills=1001",
                "--room-size=0",
                "--room-size=301",
                "--seat-seconds=-1",
                "--bind=0.0.0.0",
                "--media-bind=no.such.host.invalid",
                "--public-address=no.such.host.invalid",
                "--public-url=ftp://example.org",
                "--tls-cert=/absent --tls-key=/absent",
                "--tls-cert=/absent",
                "--streaming-url=http://127.0.0.1:8090 --feed-secret= ",
                "--streaming-url=http://127.0.0.1:8090 --feed-secret=of-thirty-one-characters-is-sho",
                "--unknown=1"
            })
    void whatDoesNotFitIsSaidInOneLine(String arguments) {
        assertThatThrownBy(() -> read(arguments.split(" ")))
                .isInstanceOf(ConfigException.class)
                .message()
                .isNotBlank();
    }

    @Test
    void helpNamesEveryKey() throws Exception {
        StringWriter text = new StringWriter();
        assertThat(CommandLineReader.read(new String[] {"--help"}, new PrintWriter(text)))
                .isEmpty();
        assertThat(text.toString()).contains("--media-port", "--feed-secret", "--seat-seconds");
    }
}

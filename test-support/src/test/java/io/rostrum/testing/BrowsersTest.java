package io.rostrum.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("system")
class BrowsersTest {
    /** A page that calls itself and plays what comes back. */
    private static final String LOOPBACK =
            """
            <!doctype html><video id=v autoplay style="width:640px;height:360px"></video>
            <script type=module>
            const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
            const a = new RTCPeerConnection(), b = new RTCPeerConnection();
            a.onicecandidate = (e) => e.candidate && b.addIceCandidate(e.candidate);
            b.onicecandidate = (e) => e.candidate && a.addIceCandidate(e.candidate);
            b.ontrack = (e) => { document.getElementById('v').srcObject = e.streams[0]; };
            stream.getTracks().forEach((t) => a.addTrack(t, stream));
            await a.setLocalDescription();
            await b.setRemoteDescription(a.localDescription);
            await b.setLocalDescription();
            await a.setRemoteDescription(b.localDescription);
            </script>
            """;

    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] page = LOOPBACK.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    try (var body = exchange.getResponseBody()) {
                        body.write(page);
                    }
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyPersonSendsHisOwnColourAndHisOwnTone() throws Exception {
        String page = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        try (Browsers browsers = new Browsers()) {
            Chromium ana = browsers.person(new Browsers.Person("ana", Colour.GREEN, 620));
            Chromium bob = browsers.person(new Browsers.Person("bob", Colour.RED, 880, 320, 180));
            ana.page().navigate(page);
            bob.page().navigate(page);

            Sight green = ana.awaitsColour(Colour.GREEN, Duration.ofSeconds(30));
            bob.awaitsColour(Colour.RED, Duration.ofSeconds(30));
            ana.awaitsTones(List.of(620, 880), List.of(620), Duration.ofSeconds(30));
            bob.awaitsTones(List.of(620, 880), List.of(880), Duration.ofSeconds(30));

            assertThat(green.moving()).isTrue();
            bob.watches();
            Eventually.holds("frames are counted", Duration.ofSeconds(30), () -> bob.drawn() > 20);
            assertThat(bob.watched().changes())
                    .extracting(Watch.Change::colour)
                    .containsExactly(Colour.RED);
        }
    }
}

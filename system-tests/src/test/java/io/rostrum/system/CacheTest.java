package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Tint;
import io.rostrum.system.NginxCache.Answer;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Servers;
import io.rostrum.testing.WatchPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Viewers who reach the streaming server through a cache only. */
@Tag("system")
class CacheTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @BeforeAll
    static void nginxIsHere() {
        assumeThat(Path.of("/usr/sbin/nginx")).as("nginx").isExecutable();
    }

    @Test
    void asksOnceForWhatItsViewersShare() throws Exception {
        int port = Servers.freePort();
        try (House house = House.open(List.of("--public-url=http://127.0.0.1:" + port));
                NginxCache cache = NginxCache.start(port, house.servers().streamingUrl())) {
            NewRoom room = house.room("Evening talk");
            Chromium first = house.browsers().viewer("first");
            first.page().navigate(cache.address() + "/");
            first.page().locator("[data-test=nobody]").waitFor();
            SyntheticParticipant host = house.synthetic(persona("Ana", Tints.RED), room.host());
            SyntheticParticipant guest = house.synthetic(persona("Ben", Tints.GREEN), room.guest());
            House.await(host.choose(host.id()));
            House.await(host.broadcast(true, "Evening talk"));
            first.page().locator("[data-test=card-" + room.id() + "]").click();
            WatchPage second =
                    WatchPage.open(
                            house.browsers().viewer("second"),
                            cache.address() + "/watch/" + room.id());
            first.awaitsColour(Colour.RED, SOON);
            second.browser().awaitsColour(Colour.RED, SOON);
            House.await(host.choose(guest.id()));
            first.awaitsColour(Colour.GREEN, SOON);
            second.browser().awaitsColour(Colour.GREEN, SOON);
            second.awaits("live");
            House.await(host.broadcast(false, "Evening talk"));
            second.awaits("ended");

            String session = house.recordings().getFirst().getString("id");
            for (Chromium viewer : List.of(first, second.browser())) {
                WatchPage.ofRecording(viewer, cache.address(), session).awaits("recording");
                viewer.awaitsColour(Colour.RED, SOON);
            }
            eachPartWasAskedForOnce(cache.answers());
        }
    }

    private static void eachPartWasAskedForOnce(List<Answer> answers) {
        List<Answer> media =
                answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .filter(answer -> answer.address().matches(".*(\\.m4s|init\\.mp4|_HLS_.*)"))
                        .toList();
        Map<String, Long> asked =
                media.stream()
                        .filter(Answer::asked)
                        .collect(Collectors.groupingBy(Answer::address, Collectors.counting()));
        assertThat(asked).hasSizeGreaterThan(20);
        assertThat(asked).allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
        assertThat(media.stream().filter(answer -> !answer.asked())).hasSizeGreaterThan(10);
    }

    @Test
    void doesNotOpenWhatIsPrivate() throws Exception {
        int port = Servers.freePort();
        try (House house = House.open(List.of("--public-url=http://127.0.0.1:" + port));
                NginxCache cache = NginxCache.start(port, house.servers().streamingUrl())) {
            NewRoom room = house.room("Board meeting");
            SyntheticParticipant host = house.synthetic(persona("Ana", Tints.RED), room.host());
            House.await(host.choose(host.id()));
            House.await(host.broadcast(true, "Board meeting"));
            house.access(room, "private", "open sesame");
            WatchPage viewer =
                    WatchPage.open(
                            house.browsers().viewer("viewer"),
                            cache.address() + "/watch/" + room.id());
            viewer.awaits("locked");
            viewer.browser().page().locator("[data-test=watch-password]").fill("open sesame");
            viewer.browser().page().locator("[data-test=watch-open]").click();
            viewer.browser().awaitsColour(Colour.RED, SOON);
            viewer.awaitsPlaying();

            String part =
                    cache.answers().stream()
                            .map(Answer::address)
                            .filter(address -> address.matches("/live/.*/~.*\\.m4s"))
                            .findFirst()
                            .orElseThrow();
            assertThat(house.get(cache.address().resolve(part)).statusCode()).isEqualTo(200);
            for (String right : List.of("", "/~forged")) {
                String other = part.replaceFirst("/~[^/]+", right);
                assertThat(house.get(cache.address().resolve(other)).statusCode()).isEqualTo(403);
            }
        }
    }

    private static Persona persona(String name, Tint tint) {
        return Persona.of(name, new Portrait(name, tint), Microphone.tone(440, 0.1));
    }
}

package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.net.Addresses;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.Sight;
import io.rostrum.testing.Watch;
import io.rostrum.testing.WatchPage;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Four pictures a second, as of a shared screen: browsers' decoders take what is put between. */
@Tag("system")
class SlowPictureTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long WATCHED_NANOS = Duration.ofSeconds(12).toNanos();
    private static final List<String> REACHED =
            List.of("--media-bind=0.0.0.0", "--public-address=" + Addresses.OWN);

    /** Of what is sent, and what stands in before the end of each part. */
    private static final int FEWEST = 12 * 4;

    private static SyntheticParticipant onAir(House house, NewRoom room) {
        Persona ana = Persona.of("Ana", new Portrait("Ana", Tints.RED), Microphone.tone(440, 0.1));
        SyntheticParticipant host = house.synthetic(ana.paced(4), room.host());
        House.await(host.choose(host.id()));
        House.await(host.broadcast(true, "Slides"));
        House.awaitsBroadcast(host, "on");
        return host;
    }

    private static BooleanSupplier watchedLongEnough() {
        long begun = System.nanoTime();
        return () -> System.nanoTime() - begun >= WATCHED_NANOS;
    }

    @Test
    void chromiumShowsItEvenlyAndWithoutAnError() throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Slides");
            onAir(house, room);
            WatchPage viewer = house.viewer(room);
            viewer.awaits("live");
            viewer.awaitsPlaying();
            viewer.browser().watches();
            Eventually.holds("12 s", SOON, watchedLongEnough());
            Watch watched = viewer.browser().watched();
            viewer.browser().screenshot("slow-picture-chromium");
            assertThat(watched.frames()).as("%s", watched).isGreaterThan(FEWEST);
            assertThat(watched.again()).as("loaded twice, as after an error").isEmpty();
            assertThat(watched.stalls()).as("%s", watched).isLessThanOrEqualTo(1);
            assertThat(viewer.browser().page().evaluate("rostrumProof.mainVideo().error")).isNull();
        }
    }

    @Test
    void firefoxShowsItWithoutAnError() throws Exception {
        assumeThat(FirefoxProcess.executable()).as("Firefox").isPresent();
        assumeThat(Addresses.all("", List.of(Addresses.OWN))).as("a network").hasSizeGreaterThan(1);
        try (House house = House.open(REACHED, REACHED);
                Firefox fox = Firefox.open(700)) {
            NewRoom room = house.room("Slides");
            onAir(house, room);
            fox.goesTo(house.servers().streamingUrl() + "/watch/" + room.id());
            fox.awaitsSight("Ana", SlowPictureTest::isAna);
            fox.awaitsTone(440);
            Eventually.holds("12 s", SOON, watchedLongEnough());
            fox.awaitsSight("Ana still", SlowPictureTest::isAna);
            fox.screenshot("slow-picture-firefox");
        }
    }

    private static boolean isAna(Sight sight) {
        return sight.moving() && sight.colour().equals(Colour.RED);
    }
}

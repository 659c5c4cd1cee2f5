package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.load.NewRoom;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.RoomPage;
import io.rostrum.testing.Tone;
import io.rostrum.testing.Watch;
import io.rostrum.testing.WatchPage;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Never off air: the center dies in the middle of a program and comes back. */
@Tag("system")
class StandByTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final int TONE = 440;

    @Test
    void viewersStayWhileTheCenterIsDeadAndTheProgramGoesOnInOneRecording() throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Unlucky");
            RoomPage host = house.host(room, new Person("Ana", Colour.RED, TONE));
            host.goOnAir();
            WatchPage viewer = house.viewer(room);
            viewer.awaits("live");
            viewer.awaitsPlaying();
            viewer.browser().awaitsColour(Colour.RED, SOON);
            playsFor(viewer, 4);

            viewer.browser().watches();
            house.servers().center().kill();
            viewer.browser().awaitsColour(Colour.BLACK, SOON);
            playsFor(viewer, 5);
            assertThat(house.channels()).as("still on air").hasSize(1);
            house.servers().center().restart();
            viewer.browser().awaitsColour(Colour.RED, SOON);
            playsFor(viewer, 5);
            Watch seen = viewer.browser().watched();
            // one at the break, one when the program comes back: hls.js may pass over that segment
            assertThat(seen.stalls()).as("stalls in %s", seen).isLessThanOrEqualTo(2);
            assertThat(seen.longestGapMillis()).as("in %s", seen).isLessThan(4000);

            host.stopBroadcast();
            viewer.awaits("ended");
            Eventually.holds("one recording", SOON, () -> house.recordings().size() == 1);
            isWhole(house.recordings().getFirst());
        }
    }

    private static void playsFor(WatchPage viewer, double seconds) {
        double before = viewer.browser().sees().time();
        Eventually.holds(
                "it plays on", SOON, () -> viewer.browser().sees().time() > before + seconds);
    }

    /** Red, dark, red again; no hole in picture or sound. */
    private static void isWhole(JsonObject recording) throws Exception {
        Reading reading = new Reading(recording.getString("hls"));
        assertThat(reading.complaints()).isEmpty();
        assertThat(reading.probeComplaints()).isEmpty();
        assertThat(reading.pictures().longestStep()).isLessThan(2.1);
        assertThat(reading.sounds().longestStep()).isLessThan(0.05);
        List<Colour> colours = reading.colours();
        int dark = colours.lastIndexOf(Colour.BLACK);
        assertThat(colours.subList(0, dark)).contains(Colour.RED);
        assertThat(colours.subList(dark + 1, colours.size())).hasSizeGreaterThan(2);
        assertThat(colours).isSubsetOf(Colour.RED, Colour.BLACK);
        List<Double> levels = reading.levels(TONE);
        assertThat(levels.subList(levels.size() - 5, levels.size()))
                .as("heard at the end of %s", levels)
                .anyMatch(level -> level > Tone.HEARD);
    }
}

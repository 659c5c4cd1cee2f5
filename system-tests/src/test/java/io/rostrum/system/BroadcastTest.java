package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.load.NewRoom;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.Packets;
import io.rostrum.testing.RoomPage;
import io.rostrum.testing.Tone;
import io.rostrum.testing.WatchPage;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Proofs 1, 3 and 4: from the press of a button to the public, live and recorded. */
@Tag("system")
class BroadcastTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<Integer> TONES = List.of(440, 620);

    @Test
    void aRoomGoesOnAirAndIsThereAsARecordingWhenItStops() throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Town hall");
            WatchPage viewer = house.viewer(room);
            viewer.awaits("waiting");
            RoomPage ana = house.host(room, new Person("Ana", Colour.RED, 440));
            RoomPage ben = house.guest(room, new Person("Ben", Colour.GREEN, 620));
            ana.choose("Ben");
            ana.browser().awaitsColour(Colour.GREEN, SOON);

            ana.goOnAir();
            Eventually.holds(
                    "the directory lists the room",
                    Duration.ofSeconds(1),
                    () -> listed(house, room));
            viewer.awaits("live");
            viewer.awaitsPlaying();
            viewer.browser().awaitsColour(Colour.GREEN, SOON);
            viewer.browser().awaitsTones(TONES, TONES, SOON);
            ben.part("on-air").waitFor();

            ana.choose("Ana");
            viewer.browser().awaitsColour(Colour.RED, SOON);
            JsonObject channel = house.channels().getFirst();
            assertThat(new Reading(channel.getString("hls")).probeComplaints()).isEmpty();
            assertThat(new Reading(channel.getString("hls")).complaints("-t", "5")).isEmpty();

            ana.stopBroadcast();
            Eventually.holds("the directory is empty", SOON, () -> house.channels().isEmpty());
            viewer.awaits("ended");
            JsonObject recording = house.recordings().getFirst();
            assertThat(recording.getString("id")).isEqualTo(channel.getString("session"));
            isThePlainTruth(recording.getString("hls"));
            isThePlainTruth(recording.getString("mp4"));
            playsToTheEnd(house, recording.getString("id"));
        }
    }

    private static boolean listed(House house, NewRoom room) {
        return house.channels().stream()
                .anyMatch(channel -> channel.getString("id").equals(room.id()));
    }

    /** Green, then red, both tones, no hole, nothing to complain about. */
    private static void isThePlainTruth(String address) throws Exception {
        Reading reading = new Reading(address);
        assertThat(reading.complaints()).isEmpty();
        assertThat(reading.probeComplaints()).isEmpty();

        Packets pictures = reading.pictures();
        assertThat(pictures.all().getFirst().key()).isTrue();
        // A browser that gets no CPU time takes no pictures: such a gap is its camera's.
        assertThat(pictures.longestStep()).isLessThan(1.5);
        assertThat(reading.sounds().longestStep()).isLessThan(0.05);
        assertThat(reading.decodedPictures()).isEqualTo(pictures.all().size());

        // The stand-by picture is dark: a browser that gets no CPU time freezes, and is not seen.
        List<Colour> colours = reading.colours();
        int take = colours.indexOf(Colour.RED);
        assertThat(take).isPositive();
        assertThat(colours.subList(0, take)).isSubsetOf(Colour.GREEN, Colour.BLACK);
        assertThat(colours.subList(take, colours.size())).isSubsetOf(Colour.RED, Colour.BLACK);
        for (int hertz : TONES) {
            List<Double> levels = reading.levels(hertz);
            // a browser's noise suppressor takes a tone away now and then, even in syllables
            assertThat(levels.stream().filter(level -> level > Tone.HEARD).count())
                    .as("seconds with %s Hz among %s", hertz, levels)
                    .isGreaterThan(levels.size() / 2L);
        }
    }

    private static void playsToTheEnd(House house, String session) throws Exception {
        Chromium browser = house.browsers().viewer("catch-up");
        WatchPage page = WatchPage.ofRecording(browser, house.servers().streamingUrl(), session);
        page.awaits("recording");
        browser.page()
                .waitForFunction(
                        "() => rostrumProof.mainVideo() && rostrumProof.mainVideo().duration > 0");
        browser.page()
                .evaluate(
                        "() => { const video = rostrumProof.mainVideo();"
                                + " video.playbackRate = 4; return video.play(); }");
        browser.awaitsColour(Colour.GREEN, SOON);
        browser.awaitsColour(Colour.RED, SOON);
        browser.page().waitForFunction("() => rostrumProof.mainVideo().ended");
    }
}

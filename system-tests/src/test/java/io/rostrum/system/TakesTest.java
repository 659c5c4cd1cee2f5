package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.testing.Cores;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.Packets;
import io.rostrum.testing.Watch;
import io.rostrum.testing.WatchPage;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Proof 7: many takes between unlike sources do not disturb a viewer or the recording. */
@Tag("system")
class TakesTest {
    /** Time for each take, at a random moment of it. */
    private static final Duration SLOT = Duration.ofSeconds(3);

    private static final Duration SOON = Duration.ofSeconds(30);

    /** A page that was open before the program began may wait once for its second segment. */
    private static final int STALLS = 1;

    private static final int LONGEST_GAP_MILLIS = 2000;

    @Test
    void twentyTakesBetweenUnlikeSourcesLoseNoFrameAndStallNoViewer() throws Exception {
        takesLoseNoFrameAndStallNoViewer(20);
    }

    @Test
    @Tag("long")
    void sixtyTakesBetweenUnlikeSourcesLoseNoFrameAndStallNoViewer() throws Exception {
        takesLoseNoFrameAndStallNoViewer(60);
    }

    private static void takesLoseNoFrameAndStallNoViewer(int takes) throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Many cameras");
            List<SyntheticParticipant> people =
                    List.of(
                            house.synthetic(wide("Wide"), room.host()),
                            house.synthetic(small("Small"), room.guest()),
                            house.synthetic(tall("Tall"), room.guest()));
            SyntheticParticipant host = people.getFirst();
            House.await(host.choose(host.id()));
            House.await(host.broadcast(true, "Many cameras"));
            WatchPage viewer = house.viewer(room);
            viewer.awaits("live");
            viewer.awaitsPlaying();
            viewer.browser().watches();
            Cores cores = Cores.watched();

            takeAtRandom(takes, host, people);
            double busy = cores.busy();

            Watch watched = viewer.browser().watched();
            viewer.browser().screenshot("takes-viewer");
            House.await(host.broadcast(false, "Many cameras"));
            Eventually.holds("a recording", SOON, () -> house.recordings().size() == 1);
            everyFrameIsRead(new Reading(house.recordings().getFirst().getString("hls")));
            everyFrameIsRead(new Reading(house.recordings().getFirst().getString("mp4")));
            assertThat(watched.changes()).hasSizeGreaterThan(takes / 3);
            assertThat(watched.again()).as("loaded twice").isEmpty();
            // Where others keep the cores from a software decoder, its stalls say nothing of ours.
            assumeThat(busy).as("share of the cores in use").isLessThan(0.85);
            assertThat(watched.stalls()).as("stalls: " + watched).isLessThanOrEqualTo(STALLS);
            assertThat(watched.longestGapMillis()).isLessThan(LONGEST_GAP_MILLIS);
        }
    }

    private static void takeAtRandom(
            int takes, SyntheticParticipant host, List<SyntheticParticipant> people) {
        SplittableRandom random = new SplittableRandom(7);
        long start = System.nanoTime();
        int before = 0;
        for (int take = 1; take <= takes; take++) {
            long moment = start + take * SLOT.toNanos() - random.nextLong(SLOT.toNanos());
            Eventually.holds("time", Duration.ofSeconds(30), () -> System.nanoTime() >= moment);
            int next = (before + 1 + random.nextInt(people.size() - 1)) % people.size();
            House.await(host.choose(people.get(next).id()));
            before = next;
        }
    }

    private static void everyFrameIsRead(Reading reading) throws Exception {
        assertThat(reading.complaints()).isEmpty();
        Packets pictures = reading.pictures();
        assertThat(reading.decodedPictures()).isEqualTo(pictures.all().size());
        assertThat(pictures.longestStep()).isLessThan(1);
        assertThat(reading.sounds().longestStep()).isLessThan(0.05);
    }

    private static Persona wide(String name) {
        return Persona.of(name, new Portrait(name, Tints.RED), Microphone.tone(440, 0.1))
                .sized(960, 540, 1_200_000);
    }

    private static Persona small(String name) {
        return Persona.of(name, new Portrait(name, Tints.GREEN), Microphone.tone(620, 0.1))
                .sized(320, 180, 250_000);
    }

    private static Persona tall(String name) {
        return Persona.of(name, new Portrait(name, Tints.BLUE), Microphone.tone(880, 0.1))
                .sized(360, 640, 600_000);
    }
}

package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.ServerProcess;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both servers are told to end at the same moment, as when their machine goes down. */
@Tag("system")
class GoodbyeTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    private static final Duration SENT = Duration.ofSeconds(8);
    private static final Duration AWAY = Duration.ofSeconds(10);

    /** From the first answer of both until the old program is off the list. */
    private static final Duration TAKEN_UP = Duration.ofSeconds(5);

    @Test
    void aProgramOfBothIsOverAndItsRecordingIsAsLongAsWhatWasSent() throws Exception {
        try (House house = House.open()) {
            ServerProcess center = house.servers().center();
            ServerProcess streaming = house.servers().streaming();
            long pressed = System.nanoTime();
            broadcasts(house);
            center.terminate();
            streaming.terminate();
            streaming.awaitEnd();
            double lasted = (System.nanoTime() - pressed) / 1e9;
            center.awaitEnd();
            pass(AWAY);
            streaming.restart();
            center.restart();
            Eventually.holds("nobody is on air", TAKEN_UP, () -> house.channels().isEmpty());
            Eventually.holds("one recording", SOON, () -> house.recordings().size() == 1);
            double length = house.recordings().getFirst().getDouble("duration");
            assertThat(length).isBetween(SENT.toSeconds() - 2.0, lasted + 1);
        }
    }

    private static void broadcasts(House house) throws Exception {
        NewRoom room = house.room("Unlucky");
        Persona ana = Persona.of("Ana", new Portrait("Ana", Tints.BLUE), Microphone.tone(500, 0.2));
        SyntheticParticipant host = house.synthetic(ana, room.host());
        House.await(host.choose(host.id()));
        House.await(host.broadcast(true, "Unlucky"));
        House.awaitsBroadcast(host, "on");
        pass(SENT);
    }

    private static void pass(Duration time) {
        long from = System.nanoTime();
        Eventually.holds(
                "time passes",
                time.plusSeconds(5),
                () -> System.nanoTime() - from > time.toNanos());
    }
}

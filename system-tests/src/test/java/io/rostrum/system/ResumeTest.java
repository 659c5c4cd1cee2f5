package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.Packets;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Proof 6: the streaming server dies in the middle of a program. */
@Tag("system")
class ResumeTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void aProgramSurvivesTheSuddenDeathOfTheStreamingServer() throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Unlucky");
            Persona ana =
                    Persona.of("Ana", new Portrait("Ana", Tints.BLUE), Microphone.tone(500, 0.2));
            SyntheticParticipant host = house.synthetic(ana, room.host());
            House.await(host.choose(host.id()));
            House.await(host.broadcast(true, "Unlucky"));
            House.awaitsBroadcast(host, "on");
            long onAir = System.nanoTime();
            pass(onAir, Duration.ofSeconds(6));

            house.servers().streaming().kill();
            House.awaitsBroadcast(host, "interrupted");
            house.servers().streaming().restart();
            House.awaitsBroadcast(host, "on");
            pass(System.nanoTime(), Duration.ofSeconds(5));

            double lasted = (System.nanoTime() - onAir) / 1e9;
            House.await(host.broadcast(false, "Unlucky"));
            Eventually.holds("one recording", SOON, () -> house.recordings().size() == 1);
            isWhole(house.recordings().getFirst(), lasted);
        }
    }

    private static void isWhole(JsonObject recording, double lasted) throws Exception {
        Reading reading = new Reading(recording.getString("hls"));
        reading.isWhole(500);
        Packets pictures = reading.pictures();
        double length = pictures.length();
        assertThat(length).isGreaterThan(lasted - 2);
    }

    /** Lets the program run on. */
    private static void pass(long from, Duration time) {
        Eventually.holds(
                "time passes",
                time.plusSeconds(5),
                () -> System.nanoTime() - from > time.toNanos());
    }
}

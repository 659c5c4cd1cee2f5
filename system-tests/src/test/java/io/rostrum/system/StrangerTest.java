package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A stranger's WHEP player (libwebrtc by webrtc-java) sees the colour and hears the tone. */
@Tag("system")
class StrangerTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Of a tone of amplitude 0.1, which the mixer leaves as it is: -20 dB; -40 dB is enough. */
    private static final double HEARD = 1e-4;

    private static final double NEAR = 25;

    @Test
    void aStrangersPlayerSeesThePictureAndHearsTheSound() throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Stranger");
            Persona ana =
                    Persona.of("Ana", new Portrait("Ana", Tints.RED), Microphone.tone(440, 0.1));
            SyntheticParticipant host = house.synthetic(ana, room.host());
            House.await(host.choose(host.id()));
            House.await(host.broadcast(true, "Stranger"));
            Eventually.holds("on air", SOON, () -> !house.channels().isEmpty());

            List<String> told = play(house.channels().getFirst().getString("whep"));

            assertThat(told).contains("status 201");
            assertThat(told.stream().filter(line -> line.startsWith("picture ")))
                    .as("pictures: %s", told)
                    .hasSizeGreaterThan(5);
            String[] last =
                    told.stream()
                            .filter(line -> line.startsWith("picture "))
                            .reduce("", (before, line) -> line)
                            .split(" ", -1);
            assertThat((double) Integer.parseInt(last[3]))
                    .as("blue difference")
                    .isCloseTo(Colour.RED.u(), within(NEAR));
            assertThat((double) Integer.parseInt(last[4]))
                    .as("red difference")
                    .isCloseTo(Colour.RED.v(), within(NEAR));
            assertThat(
                            told.stream()
                                    .filter(line -> line.startsWith("tone "))
                                    .mapToDouble(line -> Double.parseDouble(line.substring(5)))
                                    .max()
                                    .orElse(0))
                    .as("tones: %s", told)
                    .isGreaterThan(HEARD);
        }
    }

    /** What the player printed until it ended. */
    private static List<String> play(String whep) throws IOException, InterruptedException {
        Process player =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                StrangersPlayer.class.getName(),
                                whep)
                        .redirectErrorStream(true)
                        .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader lines = player.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told.add(line);
            }
        }
        player.waitFor();
        return told;
    }
}

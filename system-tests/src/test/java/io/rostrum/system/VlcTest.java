package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.Program;
import io.rostrum.testing.Tone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** VLC plays what the station's M3U lists, and writes down what it got. */
@Tag("system")
class VlcTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration BOUND = Duration.ofSeconds(90);
    private static final String SECONDS = "12";

    @Test
    void vlcPlaysTheProgramThatTheStationsPlaylistLists(@TempDir Path folder) throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/vlc")),
                "no VLC here (Debian: apt-get install vlc-bin vlc-plugin-base)");
        try (House house = House.open()) {
            NewRoom room = house.room("For VLC");
            Persona ana =
                    Persona.of("Ana", new Portrait("Ana", Tints.RED), Microphone.tone(440, 0.1));
            SyntheticParticipant host = house.synthetic(ana, room.host());
            House.await(host.choose(host.id()));
            House.await(host.broadcast(true, "For VLC"));
            Eventually.holds("on air", SOON, () -> !house.channels().isEmpty());

            Path film = folder.resolve("film.ts");
            play(house.servers().streamingUrl() + "/channels.m3u", film);

            Reading reading = new Reading(film.toString());
            List<Colour> colours = reading.colours();
            assertThat(colours).hasSizeGreaterThan(8).containsOnly(Colour.RED);
            List<Double> levels = reading.levels(440);
            assertThat(levels).hasSizeGreaterThan(4).allMatch(level -> level > Tone.HEARD);
        }
    }

    /** VLC refuses to be root. */
    private static void play(String address, Path film) throws Exception {
        List<String> command = new ArrayList<>();
        if (Program.run(SOON, "id", List.of("-u")).out().strip().equals("0")) {
            Files.setPosixFilePermissions(
                    film.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
            command.addAll(List.of("--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.addAll(
                List.of(
                        "vlc",
                        "--intf=dummy",
                        "--run-time=" + SECONDS,
                        "--play-and-exit",
                        "--sout=#std{access=file,mux=ts,dst=" + film + "}",
                        address,
                        "vlc://quit"));
        String program = command.getFirst().equals("vlc") ? command.removeFirst() : "setpriv";
        assertThat(Program.run(BOUND, program, command).exit()).isZero();
    }
}

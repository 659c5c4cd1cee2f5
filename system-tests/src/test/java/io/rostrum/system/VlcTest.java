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
import io.rostrum.testing.Program.Result;
import io.rostrum.testing.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** VLC plays what the station's M3U lists; its screen is a row of pictures, its speaker a file. */
@Tag("system")
class VlcTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration BOUND = Duration.ofSeconds(90);
    private static final int SECONDS = 12;
    private static final int EVERY = 10;
    private static final String NOBODY = "65534";

    @Test
    void vlcShowsAndSoundsTheProgramThatTheStationsPlaylistLists(@TempDir Path folder)
            throws Exception {
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

            play(house.servers().streamingUrl() + "/channels.m3u", folder);

            List<Colour> shown = new ArrayList<>();
            for (Path picture : pictures(folder)) {
                shown.add(new Reading(picture.toString()).colour());
            }
            assertThat(shown).hasSizeGreaterThan(SECONDS / 2);
            // A light wanders over the portrait, and lies in its middle now and then.
            assertThat(shown.stream().filter(Colour.RED::equals).count() / (double) shown.size())
                    .isGreaterThan(0.8);
            List<Double> heard = new Reading(sound(folder).toString()).levels(440);
            assertThat(heard).hasSizeGreaterThan(SECONDS / 2).allMatch(level -> level > Tone.HEARD);
        }
    }

    /** VLC refuses to be root. */
    private static void play(String address, Path folder) throws Exception {
        List<String> command = new ArrayList<>();
        if (Program.run(SOON, "id", List.of("-u")).out().strip().equals("0")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            command.addAll(
                    List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
        }
        command.addAll(
                List.of(
                        "vlc",
                        "--intf=dummy",
                        "--run-time=" + SECONDS,
                        "--play-and-exit",
                        "--vout=dummy",
                        "--video-filter=scene",
                        "--scene-format=png",
                        "--scene-ratio=" + EVERY,
                        "--scene-path=" + folder,
                        "--aout=afile",
                        "--audiofile-file=" + sound(folder),
                        address,
                        "vlc://quit"));
        Result result = Program.run(BOUND, command.getFirst(), command.subList(1, command.size()));
        assertThat(result.exit()).as(result.err()).isZero();
    }

    private static Path sound(Path folder) {
        return folder.resolve("sound.wav");
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
        }
    }
}

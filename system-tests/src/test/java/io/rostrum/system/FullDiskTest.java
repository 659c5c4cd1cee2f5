package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.Program;
import io.rostrum.testing.RoomPage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The streaming server's disk gets full in the middle of a program: a small file system in memory,
 * for which the test has to be root.
 */
@Tag("system")
class FullDiskTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String SIZE = "48m";

    @Test
    void theMeetingGoesOnTheHostAndTheOperatorAreToldAndTheProgramGoesOnOnceThereIsRoom()
            throws Exception {
        Path disk = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "disk");
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", disk.toString()) == 0,
                "only root may mount a small disk");
        try (House house =
                House.open(List.of("--data=" + disk.toAbsolutePath(), "--min-free=1MB"))) {
            NewRoom room = house.room("Small disk");
            Persona ana =
                    Persona.of("Ana", new Portrait("Ana", Tints.BLUE), Microphone.tone(500, 0.2));
            SyntheticParticipant host = house.synthetic(ana, room.host());
            House.await(host.choose(host.id()));
            RoomPage guest = house.guest(room, new Person("Ben", Colour.RED, 440));
            guest.choose("Ana");
            House.await(host.broadcast(true, "Small disk"));
            House.awaitsBroadcast(host, "on");

            fill(disk.resolve("filler"));
            House.awaitsBroadcast(host, "interrupted");
            assertThat(host.room().getJsonObject("broadcast").getString("detail"))
                    .contains("cannot store");
            HttpResponse<String> told =
                    Eventually.becomes(
                            "the operator is told",
                            SOON,
                            () -> ready(house),
                            answer -> answer.statusCode() == 503);
            assertThat(told.body()).containsAnyOf("cannot write", "the disk is nearly full");
            goesOn(guest);

            Files.delete(disk.resolve("filler"));
            House.awaitsBroadcast(host, "on");
            Eventually.holds("all is well", SOON, () -> ready(house).statusCode() == 200);
            goesOn(guest);
            House.await(host.broadcast(false, "Small disk"));
            Eventually.holds("one recording", SOON, () -> house.recordings().size() == 1);
            new Reading(house.recordings().getFirst().getString("hls")).isWhole(500);
        } finally {
            run("umount", disk.toString());
        }
    }

    private static int run(String program, String... arguments) throws Exception {
        return Program.run(Duration.ofSeconds(20), program, List.of(arguments)).exit();
    }

    /** Writes until nothing more fits. */
    private static void fill(Path file) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    private static HttpResponse<String> ready(House house) {
        try {
            return house.get(house.servers().streamingUrl().resolve("/health/ready"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The guest still sees and hears the host. */
    private static void goesOn(RoomPage guest) {
        guest.browser().awaitsSight("a moving picture", SOON, sight -> sight.moving());
        guest.browser().awaitsTones(List.of(500), List.of(500), SOON);
    }
}

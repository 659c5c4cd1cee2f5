package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.RoomPage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Proof 5: a stranger's WHIP client takes part. */
@Tag("system")
class WhipTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void anEncoderJoinsByWhipAndIsSeenAndHeard() throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Encoder");
            RoomPage ana = house.host(room, new Person("Ana", Colour.RED, 440));
            Process encoder = encoder(house, room);
            try {
                ana.awaitsPerson("Encoder");
                ana.choose("Encoder");
                ana.browser().awaitsColour(Colour.YELLOW, SOON);
                ana.browser().awaitsTones(List.of(440, 1000), List.of(1000), SOON);
                assertThat(encoder.isAlive()).isTrue();
            } finally {
                encoder.destroy();
                encoder.waitFor();
            }
        }
    }

    /** ffmpeg 8 with its WHIP muxer, as it comes in the jar of bytedeco. */
    private static Process encoder(House house, NewRoom room) throws Exception {
        Path log = house.servers().folder().resolve("whip.log");
        String colour = "color=c=0xE1D728:size=640x360:rate=25";
        return new ProcessBuilder(
                        Loader.load(ffmpeg.class),
                        "-hide_banner",
                        "-nostdin",
                        "-nostats",
                        "-re",
                        "-f",
                        "lavfi",
                        "-i",
                        colour,
                        "-re",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=frequency=1000:sample_rate=48000",
                        "-af",
                        "volume=2",
                        "-c:v",
                        "libopenh264",
                        "-b:v",
                        "600k",
                        "-g",
                        "50",
                        "-pix_fmt",
                        "yuv420p",
                        "-c:a",
                        "libopus",
                        "-ac",
                        "2",
                        "-f",
                        "whip",
                        "-authorization",
                        room.encoderToken(),
                        house.servers().centerUrl() + "/whip/" + room.id() + "?name=Encoder")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    @Test
    void aWhipClientWithoutTheTokenIsRefusedAndOneThatLeavesIsGone() throws Exception {
        try (House house = House.open();
                HttpClient http = HttpClient.newHttpClient()) {
            NewRoom room = house.room("Door");
            Persona watching =
                    Persona.of("Host", new Portrait("Host", Tints.RED), Microphone.silence());
            SyntheticParticipant host = house.synthetic(watching, room.host());
            URI door = house.servers().centerUrl().resolve("/whip/" + room.id());
            String offer = WhipOffer.text();

            assertThat(post(http, door, offer, "wrong").statusCode()).isIn(401, 403);
            assertThat(post(http, door, "no sdp", room.encoderToken()).statusCode())
                    .isBetween(400, 422);
            var made = post(http, door, offer, room.encoderToken());
            assertThat(made.statusCode()).isEqualTo(201);
            assertThat(made.headers().firstValue("Content-Type")).hasValue("application/sdp");
            awaitsPeople(host, 2);

            Optional<String> location = made.headers().firstValue("Location");
            assertThat(location).isPresent();
            URI session = door.resolve(location.orElseThrow());
            HttpRequest delete =
                    HttpRequest.newBuilder(session)
                            .header("Authorization", "Bearer " + room.encoderToken())
                            .DELETE()
                            .build();
            assertThat(http.send(delete, BodyHandlers.ofString()).statusCode()).isBetween(200, 204);
            awaitsPeople(host, 1);
        }
    }

    private static java.net.http.HttpResponse<String> post(
            HttpClient http, URI door, String offer, String token) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(door)
                        .header("Content-Type", "application/sdp")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(offer))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static void awaitsPeople(SyntheticParticipant host, int count) {
        Eventually.holds(
                count + " people in the room",
                SOON,
                () -> host.room().getJsonArray("participants").size() == count);
    }
}

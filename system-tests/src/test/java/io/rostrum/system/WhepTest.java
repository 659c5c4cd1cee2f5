package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Tint;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A browser that knows nothing of ours but the address watches by WHEP. */
@Tag("system")
class WhepTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String WATCH =
            """
            async (address) => {
              document.body.replaceChildren();
              const video = Object.assign(document.createElement('video'), { autoplay: true });
              video.style.width = '640px';
              document.body.append(video);
              const peer = new RTCPeerConnection();
              window.whep = peer;
              const stream = new MediaStream();
              video.srcObject = stream;
              peer.addEventListener('track', ({ track }) => stream.addTrack(track));
              peer.addTransceiver('video', { direction: 'recvonly' });
              peer.addTransceiver('audio', { direction: 'recvonly' });
              await peer.setLocalDescription();
              const answer = await fetch(address, {
                method: 'POST',
                headers: { 'Content-Type': 'application/sdp' },
                body: peer.localDescription.sdp,
              });
              await peer.setRemoteDescription({ type: 'answer', sdp: await answer.text() });
              return answer.status;
            }\
            """;

    @Test
    void aBrowserSeesTheProgramAndItsTakesByWhep() throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Live talk");
            SyntheticParticipant host = house.synthetic(person("Ana", Tints.RED), room.host());
            SyntheticParticipant guest = house.synthetic(person("Ben", Tints.GREEN), room.guest());
            House.await(host.choose(host.id()));
            House.await(host.broadcast(true, "Live talk"));
            Eventually.holds("on air", SOON, () -> !house.channels().isEmpty());
            String whep = house.channels().getFirst().getString("whep");
            Chromium viewer = house.browsers().viewer("whep");
            viewer.page().navigate(house.servers().streamingUrl().toString());

            assertThat(viewer.page().evaluate(WATCH, whep)).isEqualTo(201);
            viewer.awaitsSight(
                    "Ana", SOON, sight -> sight.moving() && sight.colour().equals(Colour.RED));
            House.await(host.choose(guest.id()));
            viewer.awaitsColour(Colour.GREEN, SOON);
            assertThat(house.channels().getFirst().getInteger("viewers")).isEqualTo(1);

            House.await(host.broadcast(false, "Live talk"));
            Eventually.holds(
                    "the end closes the connection",
                    SOON,
                    () -> !"connected".equals(viewer.page().evaluate("whep.connectionState")));
        }
    }

    private static Persona person(String name, Tint tint) {
        return Persona.of(name, new Portrait(name, tint), Microphone.tone(440, 0.1));
    }
}

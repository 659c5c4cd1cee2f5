package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Tint;
import io.rostrum.net.Addresses;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Colour;
import io.rostrum.testing.RoomPage;
import io.rostrum.testing.Sight;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Another browser than Chromium: it watches, meets and goes on air. */
@Tag("system")
class FirefoxTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int FOX = 700;

    /** It does not connect to 127.0.0.1. */
    private static final List<String> REACHED =
            List.of("--media-bind=0.0.0.0", "--public-address=" + Addresses.OWN);

    @BeforeAll
    static void firefoxIsHereAndMayConnect() {
        assumeThat(FirefoxProcess.executable())
                .as("Firefox (or FIREFOX that says where) and pulseaudio")
                .isPresent();
        assumeThat(Addresses.all("", List.of(Addresses.OWN))).as("a network").hasSizeGreaterThan(1);
    }

    @Test
    void watchesAProgramThatItFindsInTheDirectory() throws Exception {
        try (House house = House.open(REACHED, REACHED);
                Firefox fox = Firefox.open(FOX)) {
            NewRoom room = house.room("Evening talk");
            SyntheticParticipant host =
                    house.synthetic(persona("Ana", Tints.RED, 440), room.host());
            SyntheticParticipant guest =
                    house.synthetic(persona("Ben", Tints.GREEN, 620), room.guest());
            House.await(host.choose(host.id()));
            House.await(host.broadcast(true, "Evening talk"));

            fox.goesTo(house.servers().streamingUrl() + "/");
            fox.presses("card-" + room.id());
            fox.awaitsSight("red", sight -> sight.colour().equals(Colour.RED) && sight.moving());
            fox.awaitsTone(440);
            fox.awaitsTone(620);
            House.await(host.choose(guest.id()));
            fox.awaitsSight("green", sight -> sight.colour().equals(Colour.GREEN));
            fox.screenshot("firefox-watch");

            House.await(host.broadcast(false, "Evening talk"));
            fox.awaitsWords("watch", "The program has ended");
        }
    }

    @Test
    void meetsAndGoesOnAir() throws Exception {
        try (House house = House.open(REACHED, REACHED);
                Firefox fox = Firefox.open(FOX);
                Firefox viewer = Firefox.open(FOX)) {
            NewRoom room = house.room("Evening talk");
            RoomPage ana = house.host(room, new Person("Ana", Colour.RED, 440));
            fox.goesTo(room.link());
            fox.types("join-name", "Fox");
            fox.presses("join-button");

            ana.awaitsPerson("Fox");
            ana.choose("Fox");
            ana.browser().awaitsTones(List.of(440, FOX), List.of(FOX), SOON);
            Sight first = ana.browser().awaitsSight("Fox", SOON, FirefoxTest::moves);
            ana.browser()
                    .awaitsSight(
                            "another colour",
                            SOON,
                            sight -> moves(sight) && !sight.colour().equals(first.colour()));
            fox.awaitsTone(440);
            seesHerOrIsToldWhyNot(fox);
            fox.screenshot("firefox-room");

            ana.goOnAir();
            viewer.goesTo(house.servers().streamingUrl() + "/watch/" + room.id());
            viewer.awaitsSight("Fox on air", FirefoxTest::moves);
            viewer.awaitsTone(FOX);
            fox.awaits("on-air");
        }
    }

    /** Firefox decodes H.264 by a plugin that it loads from the internet. */
    private static void seesHerOrIsToldWhyNot(Firefox fox) {
        Sight sight = fox.sees();
        if (sight.width() > 0) {
            assertThat(sight.colour()).isEqualTo(Colour.RED);
        } else {
            fox.awaitsWords("stage", "cannot show Ana's picture");
            fox.awaitsWords("stage", "OpenH264");
        }
    }

    private static boolean moves(Sight sight) {
        return sight.moving() && sight.width() > 0;
    }

    private static Persona persona(String name, Tint tint, int hertz) {
        return Persona.of(name, new Portrait(name, tint), Microphone.tone(hertz, 0.1));
    }
}

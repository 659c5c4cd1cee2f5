package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.Refused;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.load.scene.Tint;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.RoomPage;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Proofs 1 and 2: what people in a room hear and see, and who decides about it. */
@Tag("system")
class MeetingTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<Integer> TONES = List.of(440, 620, 880);

    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = House.open();
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @Test
    void everybodyHearsTheOthersAndSeesWhomHeChoseUntilTheHostDecides() throws Exception {
        NewRoom room = house.room("Three people");
        RoomPage ana = house.host(room, new Person("Ana", Colour.RED, 440));
        RoomPage ben = house.guest(room, new Person("Ben", Colour.GREEN, 620));
        RoomPage cem = house.guest(room, new Person("Cem", Colour.BLUE, 880, 320, 180));

        ana.browser().awaitsTones(TONES, List.of(620, 880), SOON);
        ben.browser().awaitsTones(TONES, List.of(440, 880), SOON);
        cem.browser().awaitsTones(TONES, List.of(440, 620), SOON);

        ana.choose("Ben");
        ben.choose("Cem");
        cem.choose("Ana");
        ana.browser().awaitsColour(Colour.GREEN, SOON);
        ben.browser().awaitsColour(Colour.BLUE, SOON);
        cem.browser().awaitsColour(Colour.RED, SOON);

        lockHolds(room, ana, ben, cem);

        ana.lock(false);
        cem.choose("Ana");
        cem.browser().awaitsColour(Colour.RED, SOON);
        ben.choose("Cem");
        ben.browser().awaitsColour(Colour.BLUE, SOON);
        ana.browser().awaitsColour(Colour.GREEN, SOON);
    }

    private static void lockHolds(NewRoom room, RoomPage ana, RoomPage ben, RoomPage cem)
            throws Exception {
        ana.lock(true);
        ben.browser().awaitsColour(Colour.GREEN, SOON);
        cem.browser().awaitsColour(Colour.GREEN, SOON);
        assertThat(cem.mayChoose("Ana")).isFalse();

        RoomPage late = house.guest(room, new Person("Dora", Colour.YELLOW, 1100));
        late.browser().awaitsColour(Colour.GREEN, SOON);

        ana.choose("Dora");
        for (RoomPage page : List.of(ana, ben, cem)) {
            page.browser().awaitsColour(Colour.YELLOW, SOON);
        }
        ana.choose("Ben");
        cem.browser().awaitsColour(Colour.GREEN, SOON);

        cem.breakConnection();
        cem.awaitsConnection("inside");
        cem.browser().awaitsColour(Colour.GREEN, SOON);
        late.leave();
    }

    @Test
    void aHostileClientGetsNothingButWhatTheHostHasAssigned() throws Exception {
        NewRoom room = house.room("Locked");
        SyntheticParticipant host = house.synthetic(tinted("Host", Tints.RED), room.host());
        SyntheticParticipant other = house.synthetic(tinted("Other", Tints.BLUE), room.guest());
        ColourWitness eyes = new ColourWitness();
        SyntheticParticipant hostile =
                house.synthetic(tinted("Hostile", Tints.GREEN), room.guest(), eyes);
        House.await(hostile.choose(other.id()));
        eyes.awaits(Colour.BLUE);

        House.await(host.choose(host.id()));
        House.await(host.request(new JsonObject().put("type", "lock").put("on", true)));
        eyes.awaits(Colour.RED);
        eyes.forget();

        assertRefused("locked", hostile.choose(other.id()));
        assertRefused("not-host", hostile.request(assignment(other.id())));
        assertRefused(
                "not-host", hostile.request(new JsonObject().put("type", "lock").put("on", false)));
        assertRefused("not-host", hostile.broadcast(true, "Mine"));
        assertRefused("not-host", hostile.request(message("remove").put("participant", host.id())));

        eyes.awaitsPictures(50);
        assertThat(eyes.seen()).containsExactly(Colour.RED);
        assertThat(House.await(hostile.tally()).unknown()).isZero();
    }

    private static JsonObject assignment(String participant) {
        return message("assign")
                .put(
                        "selection",
                        new JsonObject().put("kind", "participant").put("id", participant));
    }

    private static JsonObject message(String type) {
        return new JsonObject().put("type", type);
    }

    private static void assertRefused(String code, io.vertx.core.Future<?> answer) {
        assertThatThrownBy(() -> House.await(answer))
                .rootCause()
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static Persona tinted(String name, Tint tint) {
        return Persona.of(name, new Portrait(name, tint), Microphone.silence());
    }

    @Test
    void whoIsMutedByTheHostIsSilentUntilTheHostTakesItBack() throws Exception {
        NewRoom room = house.room("Muted");
        SyntheticParticipant host = house.synthetic(tinted("Host", Tints.RED), room.host());
        Persona loud =
                Persona.of("Loud", new Portrait("Loud", Tints.BLUE), Microphone.tone(700, 0.3));
        SyntheticParticipant speaker = house.synthetic(loud, room.guest());
        ToneWitness ears = new ToneWitness();
        house.synthetic(tinted("Ear", Tints.GREEN), room.guest(), ears);
        ears.awaits(700, true);

        JsonObject mute =
                message("mute")
                        .put("participant", speaker.id())
                        .put("line", "audio")
                        .put("on", true);
        House.await(host.request(mute));
        ears.awaits(700, false);
        assertRefused("muted-by-host", speaker.request(mute.copy().put("on", false)));

        House.await(host.request(mute.copy().put("on", false)));
        ears.awaits(700, true);
    }

    @Test
    void aParticipantWithoutAnyDeviceIsWelcome() throws Exception {
        NewRoom room = house.room("Nothing to bring");
        house.synthetic(tinted("Host", Tints.RED), room.host());
        var browser = house.browsers().viewer("Guest");
        browser.page()
                .addInitScript(
                        "navigator.mediaDevices.getUserMedia = () => Promise.reject("
                                + "new DOMException('none', 'NotFoundError'))");
        browser.page().navigate(room.link());
        RoomPage guest = RoomPage.withoutDevices(browser).enterAs("Guest");
        guest.choose("Host");
        browser.awaitsColour(Colour.RED, SOON);
        Eventually.holds("the page plays the picture", SOON, () -> browser.sees().moving());
    }
}

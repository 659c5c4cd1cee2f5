package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.rostrum.load.NewRoom;
import io.rostrum.load.peer.Persona;
import io.rostrum.load.peer.SyntheticParticipant;
import io.rostrum.load.scene.Microphone;
import io.rostrum.load.scene.Portrait;
import io.rostrum.testing.Browsers.Window;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.WatchPage;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A host closes his program at his desk; strangers, invited and informed viewers come. */
@Tag("system")
class PrivateProgramTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PASSWORD = "open sesame";

    @Test
    void onlyWhoIsInvitedOrKnowsThePasswordWatches() throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Board meeting");
            SyntheticParticipant host = house.synthetic(person("Ana"), room.host());
            House.await(host.choose(host.id()));
            House.await(host.broadcast(true, "Board meeting"));
            Eventually.holds("on air", SOON, () -> !house.channels().isEmpty());
            String session = house.channels().getFirst().getString("session");
            WatchPage passerBy = house.viewer(room);
            passerBy.awaits("live");
            passerBy.awaitsPlaying();

            Page desk = house.desk(room, Window.DEFAULT).page();
            makePrivate(desk, PASSWORD);
            String invitation = desk.locator("[data-test=invitation]").textContent().strip();

            Eventually.holds("in no list", SOON, () -> house.channels().isEmpty());
            passerBy.awaits("locked");
            strangersAreRefused(house, room, session);

            WatchPage informed =
                    WatchPage.open(house.browsers().viewer("informed"), page(house, room));
            informed.awaits("locked");
            enter(informed.browser(), "a guess");
            informed.browser().page().locator("[data-test=watch-error]:not(:empty)").waitFor();
            enter(informed.browser(), PASSWORD);
            informed.awaits("live");
            informed.awaitsPlaying();
            informed.browser().awaitsColour(Colour.RED, SOON);
            informed.browser().page().reload();
            informed.awaits("live");
            informed.awaitsPlaying();

            WatchPage invited = WatchPage.open(house.browsers().viewer("invited"), invitation);
            invited.awaits("live");
            invited.awaitsPlaying();
            assertThat(invited.browser().page().url()).doesNotContain("invite");
            theRightToAnotherChannelOpensNothing(house, room);

            makePrivate(desk, "another one");
            informed.awaits("locked");
            invited.awaits("locked");
            enter(informed.browser(), "another one");
            informed.awaits("live");
            informed.awaitsPlaying();

            House.await(host.broadcast(false, "Board meeting"));
            informed.awaits("ended");
            assertThat(house.recordings()).isEmpty();
            for (String name : List.of("master.m3u8", "program.mp4", "thumbnail.jpg")) {
                assertThat(status(house, "/recordings/" + session + "/" + name)).isEqualTo(403);
            }
            informed.browser().page().locator("[data-test=watch-recording]").click();
            informed.awaits("recording");
            informed.awaitsPlaying();
            WatchPage later =
                    WatchPage.ofRecording(
                            invited.browser(), house.servers().streamingUrl(), session);
            later.awaits("locked");
            enter(later.browser(), "another one");
            later.awaits("recording");
            later.awaitsPlaying();
        }
    }

    private static Persona person(String name) {
        return Persona.of(name, new Portrait(name, Tints.RED), Microphone.tone(440, 0.1));
    }

    private static String page(House house, NewRoom room) {
        return house.servers().streamingUrl() + "/watch/" + room.id();
    }

    private static void makePrivate(Page desk, String password) {
        desk.locator("[data-test=access-private]").check();
        desk.locator("[data-test=access-password]").fill(password);
        desk.locator("[data-test=access-save]").click();
        desk.locator("[data-test=access-saved]:not(:empty)").waitFor();
    }

    private static void enter(Chromium browser, String password) {
        browser.page().locator("[data-test=watch-password]").fill(password);
        browser.page().locator("[data-test=watch-open]").click();
    }

    private static void strangersAreRefused(House house, NewRoom room, String session)
            throws Exception {
        String live = "/live/" + room.id() + "/";
        for (String path :
                List.of(
                        live + "master.m3u8",
                        live + "dvr.m3u8",
                        live + "thumbnail.jpg",
                        live + "chapters.json",
                        live + session + "/media.m3u8",
                        live + session + "/init.mp4",
                        live + session + "/1.m4s",
                        live + session + "/dvr/0.m4s",
                        "/api/channels/" + room.id())) {
            assertThat(status(house, path)).as(path).isEqualTo(403);
        }
        URI whep = house.servers().streamingUrl().resolve(live + "whep");
        assertThat(house.send("POST", whep, "", new JsonObject()).statusCode()).isEqualTo(403);
    }

    private static int status(House house, String path) throws Exception {
        return house.get(house.servers().streamingUrl().resolve(path)).statusCode();
    }

    private static void theRightToAnotherChannelOpensNothing(House house, NewRoom room)
            throws Exception {
        NewRoom other = house.room("Another");
        house.access(other, "private", PASSWORD);
        URI door = house.servers().streamingUrl().resolve("/api/channels/" + other.id() + "/watch");
        HttpResponse<String> given =
                house.send("POST", door, "", new JsonObject().put("password", PASSWORD));
        String token = new JsonObject(given.body()).getString("token");
        assertThat(status(house, "/live/" + room.id() + "/~" + token + "/master.m3u8"))
                .isEqualTo(403);
    }
}

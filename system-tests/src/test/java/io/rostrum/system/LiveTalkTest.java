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
import io.rostrum.testing.Cores;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.Servers;
import io.rostrum.testing.Sight;
import io.rostrum.testing.UdpRelay;
import io.rostrum.testing.WatchPage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The player page asks for live talk: WHEP while it passes, LL-HLS by itself where it does not. */
@Tag("system")
class LiveTalkTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final double SWITCHED_MILLIS = 3_000;

    /** A machine with no time left keeps no promise of time. */
    private static final double BUSY = 0.85;

    private House house;
    private NewRoom room;

    private void onAir(List<String> options) throws Exception {
        house = House.open(options);
        room = house.room("Live talk");
        Persona ana = Persona.of("Ana", new Portrait("Ana", Tints.RED), Microphone.tone(440, 0.1));
        SyntheticParticipant host = house.synthetic(ana, room.host());
        House.await(host.choose(host.id()));
        House.await(host.broadcast(true, "Live talk"));
        Eventually.holds("on air", SOON, () -> !house.channels().isEmpty());
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void playsByWhepSaysHowLateAndWindsBack() throws Exception {
        onAir(List.of());
        WatchPage watch = open(house.browsers().viewer("viewer"));
        Page page = watch.browser().page();
        watch.awaitsWay("whep");
        watch.awaitsPlaying();
        watch.browser().awaitsColour(Colour.RED, SOON);
        watch.browser().awaitsTones(List.of(440, 700), List.of(440), SOON);
        Eventually.holds("the delay in words", SOON, () -> watch.wayInWords().contains("behind"));
        System.out.println("live talk: " + watch.wayInWords());
        assertThat(watch.wayInWords()).contains("Plays with low delay, about 0.");
        assertThat(watch.why()).isEmpty();
        watch.browser().screenshot("live-talk");

        Eventually.holds("a past", SOON, () -> number(page, "aria-valuenow") > 12);
        page.keyboard().press("ArrowLeft");
        watch.awaitsWay("hls");
        Eventually.holds(
                "ten seconds back",
                SOON,
                () -> number(page, "aria-valuemax") - number(page, "aria-valuenow") > 6);
        watch.awaitsPlaying();
        page.keyboard().press("End");
        watch.awaitsWay("whep");
        watch.awaitsPlaying();

        page.keyboard().press("Home");
        page.locator("[data-test=rewound]").waitFor();
        watch.awaitsPlaying();
        page.keyboard().press("End");
        watch.awaitsWay("whep");
        watch.awaitsPlaying();

        page.locator("[data-test=wish-smooth]").click();
        watch.awaitsWay("hls");
        watch.awaitsPlaying();
        assertThat(page.url()).contains("latency=smooth");
        assertThat(watch.wayInWords()).contains("Plays smoothly");
    }

    @Test
    void fallsBackWhereTheBrowserMayNotUseUdp() throws Exception {
        onAir(List.of());
        Chromium viewer =
                house.browsers()
                        .viewer(
                                "viewer",
                                Window.DEFAULT,
                                List.of("--webrtc-ip-handling-policy=disable_non_proxied_udp"));
        fallsBack(viewer, "the browser may not use UDP");
    }

    @Test
    void fallsBackWhereNoDatagramArrives() throws Exception {
        // An address of RFC 5737: nobody is there, nobody says so.
        onAir(List.of("--public-address=192.0.2.1"));
        fallsBack(house.browsers().viewer("viewer"), "no datagram arrives");
    }

    private void fallsBack(Chromium viewer, String why) throws IOException {
        viewer.page().navigate(house.servers().streamingUrl() + "/");
        Cores cores = Cores.watched();
        double start = now(viewer);
        WatchPage watch = open(viewer);
        watch.awaitsWay("hls");
        viewer.awaitsSight("a picture", SOON, LiveTalkTest::moves);
        inTime(why, now(viewer) - start, cores.busy());
        watch.awaitsWhy("blocked");
        assertThat(watch.wayInWords()).contains("does not pass this network");
    }

    private static void inTime(String why, double took, double busy) {
        System.out.printf("%s: LL-HLS after %.0f ms, cores %.0f %% busy%n", why, took, 100 * busy);
        assertThat(busy > BUSY || took < SWITCHED_MILLIS).as("%s: %.0f ms", why, took).isTrue();
    }

    @Test
    void fallsBackWhenThePathBreaksAndWhenAllPlacesAreTaken() throws Exception {
        int port = Servers.freeUdpPort();
        onAir(
                List.of(
                        "--public-address=127.0.0.2",
                        "--media-port=" + port,
                        "--loops=1",
                        "--whep-viewers=1"));
        try (UdpRelay network = UdpRelay.open("127.0.0.2", port)) {
            WatchPage first = open(house.browsers().viewer("first"));
            first.awaitsWay("whep");
            first.awaitsPlaying();
            WatchPage second = open(house.browsers().viewer("second"));
            second.awaitsWay("hls");
            second.awaitsWhy("full");
            second.awaitsPlaying();

            Cores cores = Cores.watched();
            double start = now(first.browser());
            network.cut();
            first.awaitsWay("hls");
            first.browser().awaitsSight("a picture", SOON, LiveTalkTest::moves);
            inTime("the path breaks", now(first.browser()) - start, cores.busy());
            first.awaitsWhy("blocked");
        }
    }

    private static boolean moves(Sight sight) {
        return sight.width() > 0 && sight.moving();
    }

    private WatchPage open(Chromium browser) {
        return WatchPage.open(
                browser, house.servers().streamingUrl() + "/watch/" + room.id() + "?latency=low");
    }

    private static double now(Chromium browser) {
        return ((Number) browser.page().evaluate("() => Date.now()")).doubleValue();
    }

    private static double number(Page page, String name) {
        return Double.parseDouble(page.locator("[data-test=seek-bar]").getAttribute(name));
    }
}

package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.rostrum.load.NewRoom;
import io.rostrum.media.codec.Picture;
import io.rostrum.media.codec.VideoDecoder;
import io.rostrum.media.video.NameCard;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Chromium;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.RoomPage;
import io.rostrum.testing.Sight;
import io.rostrum.testing.WatchPage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The public sees whom the host chose, or a card, and never somebody else's face. */
@Tag("system")
class PublicPictureTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String ON_AIR = "You are on air";
    private static final int LIT = 200;
    private static final int DARK = 40;

    /** How bright the page's video is, point by point, as it was decoded. */
    private static final String LUMA =
            """
            () => {
              const find = (root) => root.querySelector('video') ??
                [...root.querySelectorAll('*')].map((e) => e.shadowRoot && find(e.shadowRoot)).find(Boolean);
              const video = find(document);
              const canvas = document.createElement('canvas');
              canvas.width = video.videoWidth;
              canvas.height = video.videoHeight;
              const pen = canvas.getContext('2d');
              pen.drawImage(video, 0, 0);
              const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
              let out = '';
              for (let i = 0; i < data.length; i += 4)
                out += String.fromCharCode(32 + ((data[i] + 2 * data[i + 1] + data[i + 2]) >> 2));
              return out;
            }
            """;

    @Test
    void whoWasRemovedAndCameBackIsNotOnAirWhenTheHostStopsHisCamera() throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("物理课 Physics");
            RoomPage host = house.host(room, new Person("王小明 Wang", Colour.RED, 440));
            RoomPage guest = house.guest(room, new Person("Ben", Colour.GREEN, 620));
            host.goOnAir();
            WatchPage viewer = house.viewer(room);
            viewer.awaits("live");
            viewer.awaitsPlaying();

            host.lock(true);
            host.choose("Ben");
            viewer.browser().awaitsColour(Colour.GREEN, SOON);
            guest.browser().page().getByText(ON_AIR).first().waitFor();
            remove(host, "Ben");
            RoomPage again = comesAgain(house, room, host);
            Locator camera = host.part("camera");
            camera.click();

            host.part("card").waitFor(new Locator.WaitForOptions().setTimeout(SOON.toMillis()));
            viewer.browser().awaitsColour(Colour.BLACK, SOON);
            Eventually.holds(
                    "the card that the host was told of",
                    SOON,
                    () -> agreement(viewer.browser(), cardSaid(host)) > 0.95);
            viewer.browser().screenshot("card-viewer");
            host.browser().screenshot("card-host");
            assertThat(again.browser().page().getByText(ON_AIR).count()).isZero();
            assertThat(again.part("stage").getAttribute("data-participant")).isEmpty();
            assertThat(host.browser().complaints()).isEmpty();
        }
    }

    private static void remove(RoomPage host, String name) {
        String id = Objects.requireNonNull(host.person(name).getAttribute("data-test"));
        String number = id.substring("person-".length());
        host.part("tools-" + number).click();
        host.part("remove-" + number).click();
        host.part("confirm-yes").click();
        Eventually.holds(name + " is gone", SOON, () -> host.person(name).count() == 0);
    }

    /** He was removed, so he has to knock. */
    private static RoomPage comesAgain(House house, NewRoom room, RoomPage host) throws Exception {
        Chromium browser = house.browsers().person(new Person("Ben", Colour.GREEN, 620));
        RoomPage again = RoomPage.open(browser, room.link());
        again.part("join-name").fill("Ben");
        again.part("join-button").click();
        host.browser().page().locator("[data-test^=admit-]").first().click();
        again.awaitsConnection("inside");
        return again;
    }

    /** What stands in quotation marks in the host's notice. */
    private static String cardSaid(RoomPage host) {
        String notice = host.part("card").innerText();
        return notice.substring(notice.indexOf('“') + 1, notice.indexOf('”'));
    }

    /** How many of the card's points of light, and of its dark ones, are where they have to be. */
    private static double agreement(Chromium viewer, String text) {
        assertThat(List.of("王小明 Wang", "物理课 Physics", "Ben")).contains(text);
        Sight sight = viewer.sees();
        Picture card = decoded(NameCard.keyFrame(text, sight.width(), sight.height()));
        String luma = (String) viewer.page().evaluate(LUMA);
        if (luma.length() != card.width() * card.height()) {
            return 0;
        }
        int asked = 0;
        int right = 0;
        for (int at = 0; at < luma.length(); at++) {
            int expected = card.bytes()[at] & 0xFF;
            int seen = luma.charAt(at) - 32;
            if (expected > LIT || expected < DARK) {
                int weight = expected > LIT ? 20 : 1;
                asked += weight;
                right += expected > LIT == seen > (LIT + DARK) / 2 ? weight : 0;
            }
        }
        return (double) right / asked;
    }

    private static Picture decoded(byte[] keyFrame) {
        ByteBuffer stream = ByteBuffer.wrap(keyFrame.clone());
        for (int at = 0; at < keyFrame.length; ) {
            int size = stream.getInt(at);
            stream.putInt(at, 1); // a start code
            at += 4 + size;
        }
        try (VideoDecoder decoder = VideoDecoder.h264()) {
            return Objects.requireNonNull(decoder.decode(stream.array()));
        }
    }
}

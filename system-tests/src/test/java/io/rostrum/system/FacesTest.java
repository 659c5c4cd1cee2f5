package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.rostrum.load.NewRoom;
import io.rostrum.testing.Browsers.Person;
import io.rostrum.testing.Colour;
import io.rostrum.testing.Eventually;
import io.rostrum.testing.RoomPage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Choosing is to press a picture; and the host turns somebody down for everybody. */
@Tag("system")
class FacesTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final double SOON_MILLIS = 60_000;
    private static final int BENS_TONE = 620;

    /** Red, green and blue in the middle of an image. */
    private static final String MIDDLE =
            """
            image => {
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
              const brush = canvas.getContext('2d');
              brush.drawImage(image, 0, 0);
              const [x, y] = [canvas.width / 2, canvas.height / 2];
              return [...brush.getImageData(x, y, 1, 1).data].slice(0, 3);
            }
            """;

    @Test
    void theListShowsWhatSomebodySendsAndNothingOnceHisCameraIsOff() throws Exception {
        try (House house = House.open()) {
            NewRoom room = house.room("Faces");
            RoomPage ana = house.host(room, new Person("Ana", Colour.RED, 440));
            RoomPage ben = house.guest(room, new Person("Ben", Colour.GREEN, BENS_TONE));
            String id = id(ana, "Ben");
            Locator still = ana.part("still-" + id);

            still.waitFor(new Locator.WaitForOptions().setTimeout(SOON_MILLIS));
            assertGreen(still);
            still.click();
            ana.browser().awaitsColour(Colour.GREEN, SOON);

            ben.part("camera").click();
            still.waitFor(
                    new Locator.WaitForOptions()
                            .setTimeout(SOON_MILLIS)
                            .setState(WaitForSelectorState.DETACHED));
            ben.part("camera").click();
            still.waitFor(new Locator.WaitForOptions().setTimeout(SOON_MILLIS));
            assertGreen(still);

            turnsDown(ana, ben, id);
        }
    }

    private static String id(RoomPage page, String name) {
        page.awaitsPerson(name);
        String test = Objects.requireNonNull(page.person(name).getAttribute("data-test"));
        return test.substring("person-".length());
    }

    private static void assertGreen(Locator still) {
        List<Integer> rgb =
                ((List<?>) still.evaluate(MIDDLE))
                        .stream().map(part -> ((Number) part).intValue()).toList();
        assertThat(Colour.nearest(rgb.get(0), rgb.get(1), rgb.get(2))).isEqualTo(Colour.GREEN);
    }

    private static void turnsDown(RoomPage host, RoomPage ben, String id) throws Exception {
        List<Integer> tone = List.of(BENS_TONE);
        host.browser().awaitsTones(List.of(440, BENS_TONE), tone, SOON);
        double before = host.browser().hears(tone).get(BENS_TONE);
        host.part("tools-" + id).click();
        Locator volume = host.part("volume-" + id);
        volume.focus();
        volume.press("Home");
        Locator told = ben.browser().page().getByText("turned you down by 20 dB");
        told.first().waitFor(new Locator.WaitForOptions().setTimeout(SOON_MILLIS));
        Eventually.holds(
                "Ben is heard softer",
                SOON,
                () -> host.browser().hears(tone).get(BENS_TONE) < before - 14);
    }
}

package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.program.Easel.Stand;
import io.rostrum.media.codec.CodecException;
import io.rostrum.media.video.NameCard;
import io.rostrum.media.video.SequenceSet;
import io.rostrum.protocol.cmaf.AvcConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What stands in a program where nobody's picture is. */
class EaselTest {
    private final List<String> painted = new ArrayList<>();
    private final List<Boolean> failing = new ArrayList<>();
    private final Stand standBy = Stand.of(H264.key(9), null);
    private boolean broken;
    private final Easel easel = new Easel(standBy, this::paint, failing::add);

    private byte[] paint(String text, int width, int height) {
        painted.add(text + " " + width + "x" + height);
        if (broken) {
            throw new CodecException("no encoder");
        }
        return H264.key(painted.size());
    }

    private static AvcConfig sized(int width, int height) {
        Avc avc = new Avc();
        avc.unit(NameCard.keyFrame("Ana", width, height));
        return Objects.requireNonNull(avc.config());
    }

    @Test
    void beforeAnythingWasSaidTheStandByPictureStands() {
        assertThat(easel.stand()).isSameAs(standBy);
        assertThat(painted).isEmpty();
    }

    @Test
    void aCardIsPaintedWhenItIsFirstShownAndKept() {
        easel.say("Ben");
        easel.say("Ana");
        Stand first = easel.stand();
        assertThat(first.card()).isEqualTo("Ana");
        easel.say("Ben");
        easel.stand();
        easel.say("Ana");
        assertThat(easel.stand()).isSameAs(first);
        assertThat(painted).containsExactly("Ana 1280x720", "Ben 1280x720");
    }

    @Test
    void aCardHasTheProgramsSizeAsItWasSeenLast() {
        easel.say("Ana");
        easel.resize(sized(640, 360));
        easel.stand();
        easel.resize(sized(360, 640));
        easel.stand();
        easel.resize(sized(64, 36));
        easel.stand();
        assertThat(painted).containsExactly("Ana 640x360", "Ana 360x640", "Ana 1280x720");
    }

    @Test
    void aCardThatCannotBeMadeIsTheStandByPictureAndIsToldAndNotTriedAgain() {
        broken = true;
        easel.say("Ana");
        assertThat(easel.stand()).isSameAs(standBy);
        assertThat(easel.stand()).isSameAs(standBy);
        assertThat(painted).hasSize(1);
        assertThat(failing).containsExactly(true);
        broken = false;
        easel.say("Ben");
        assertThat(easel.stand().card()).isEqualTo("Ben");
        assertThat(failing).containsExactly(true, false);
    }

    @Test
    void soManyCardsAreKeptAndNoMore() {
        for (int name = 0; name < 17; name++) {
            easel.say("Name " + name);
            easel.stand();
        }
        easel.say("Name 16");
        easel.stand();
        assertThat(painted).hasSize(17);
        easel.say("Name 0");
        easel.stand();
        assertThat(painted).hasSize(18);
    }

    @Test
    void aRealCardIsWhatAPlayerReads() {
        Stand card = Stand.of(NameCard.keyFrame("王小明", 640, 360), "王小明");
        SequenceSet set = SequenceSet.parse(card.config().sps().getFirst());
        assertThat(Objects.requireNonNull(set).width()).isEqualTo(640);
        assertThat(card.unit().key()).isTrue();
    }
}

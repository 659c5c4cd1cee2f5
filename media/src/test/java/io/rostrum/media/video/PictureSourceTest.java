package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.media.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PictureSourceTest {
    private static final long MS = 1_000_000L;

    private final SyntheticSource a = new SyntheticSource("a", VideoCodec.H264, 1, 100, 7);
    private final List<Frame> frames = new ArrayList<>();
    private final AccessUnits neighbour = new AccessUnits(a.source, 300 * MS, frames::add);

    /** Fails at whatever it is shown. */
    private static final class Failing implements PictureSource.Viewer {
        private final RuntimeException why = new IllegalStateException("a viewer that fails");
        private final List<RuntimeException> told = new ArrayList<>();
        private int shown;

        @Override
        public void onPacket(PictureSource source, Buffer packet, long number, int c, long now) {
            fail();
        }

        @Override
        public void onSkipped(PictureSource source, long number, long nowNanos) {
            fail();
        }

        @Override
        public void onRestart(PictureSource source, long nowNanos) {
            fail();
        }

        private void fail() {
            shown++;
            throw why;
        }

        @Override
        public void onFailed(PictureSource source, RuntimeException reason) {
            told.add(reason);
        }
    }

    @Test
    void aViewerWhoFailsIsShownNothingMoreAndWhoComesAfterHimMissesNothing() {
        Failing failing = new Failing();
        a.source.attach(failing);
        neighbour.open();
        a.send(a.frame(true, 3000, 500), 0);
        a.send(a.frame(false, 3000, 500), 10 * MS);
        assertThat(frames).hasSize(2);
        assertThat(failing.told).containsExactly(failing.why);
        assertThat(failing.shown).isEqualTo(1);
    }

    @Test
    void aSkippedNumberAndANewBeginningReachEverybodyToo() {
        neighbour.open();
        a.send(a.frame(true, 3000, 50), 0);
        a.source.detach(neighbour);
        a.source.attach(new Failing());
        a.source.attach(neighbour);
        a.source.onSkipped(a.sequence, 5 * MS);
        a.sequence++;
        a.send(a.frame(false, 3000, 50), 10 * MS);
        assertThat(frames).hasSize(2);
        a.source.detach(neighbour);
        a.source.attach(new Failing());
        a.source.attach(neighbour);
        a.source.restart(20 * MS);
        assertThat(neighbour.losses()).isEqualTo(1);
    }

    @Test
    void whoTakesFramesAndFailsIsTheFailureOfHisOwnNextTick() {
        RuntimeException why = new IllegalStateException("a program that fails");
        AccessUnits failing =
                new AccessUnits(
                        a.source,
                        300 * MS,
                        frame -> {
                            throw why;
                        });
        failing.open();
        neighbour.open();
        a.send(a.frame(true, 3000, 50), 0);
        assertThat(frames).hasSize(1);
        assertThatThrownBy(() -> failing.tick(10 * MS)).isSameAs(why);
        neighbour.tick(10 * MS);
    }
}

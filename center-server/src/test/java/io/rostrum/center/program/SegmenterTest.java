package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.cmaf.CmafException;
import io.rostrum.protocol.cmaf.FragmentReader;
import io.rostrum.protocol.cmaf.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmenterTest {
    private final List<String> out = new ArrayList<>();
    private int writes;
    private final Segmenter segmenter =
            new Segmenter(
                    new Segmenter.Out() {
                        @Override
                        public void onSegment(long number) {
                            out.add("segment " + number);
                        }

                        @Override
                        public void onFragments(byte[] fragments) {
                            writes++;
                            try {
                                new FragmentReader()
                                        .read(
                                                fragments,
                                                s -> out.add(s.track() + " at " + s.decodeTime()));
                            } catch (CmafException e) {
                                throw new AssertionError(e);
                            }
                        }
                    },
                    0);

    private static Sample sample(int track, long time) {
        return new Sample(track, time, 10, true, new byte[5]);
    }

    @Test
    void soundWaitsForTheFirstPicture() {
        for (int i = 0; i < 9; i++) {
            segmenter.onSound(sample(2, i * 10L));
        }
        segmenter.flush();
        assertThat(out).isEmpty();
        segmenter.onPicture(sample(1, 0), true);
        assertThat(out).startsWith("segment 0", "1 at 0", "2 at 0").hasSize(11);
    }

    @Test
    void soundOfBeforeACutStaysInItsSegment() {
        segmenter.onPicture(sample(1, 0), true);
        segmenter.onSound(sample(2, 0));
        segmenter.onSound(sample(3, 0));
        segmenter.onPicture(sample(1, 10), true);
        assertThat(out)
                .containsExactly("segment 0", "1 at 0", "2 at 0", "3 at 0", "segment 1", "1 at 10");
    }

    @Test
    void soundDoesNotWaitForASlowPicture() {
        segmenter.onPicture(sample(1, 0), true);
        for (int i = 0; i < 6; i++) {
            segmenter.onSound(sample(2, i * 10L));
            segmenter.tick();
        }
        assertThat(out).hasSize(8);
    }

    @Test
    void soundThatCameBeforeAPictureTravelsWithIt() {
        segmenter.onPicture(sample(1, 0), true);
        for (int i = 0; i < 8; i++) {
            segmenter.onSound(sample(2, i * 10L));
        }
        segmenter.onPicture(sample(1, 10), false);
        segmenter.tick();
        assertThat(writes).isEqualTo(2);
        assertThat(out).hasSize(11);
    }
}

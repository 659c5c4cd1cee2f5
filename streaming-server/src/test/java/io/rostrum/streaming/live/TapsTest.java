package io.rostrum.streaming.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.cmaf.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapsTest {
    private final Taps taps = new Taps();

    private static class Listening implements Tap {
        final List<String> heard = new ArrayList<>();

        @Override
        public void onGroup(List<Sample> pictures) {
            heard.add("group of " + pictures.size());
        }

        @Override
        public void onSample(Sample sample) {
            heard.add(sample.track() + " at " + sample.decodeTime());
        }

        @Override
        public void onEnded() {
            heard.add("end");
        }
    }

    /** Takes nothing. */
    private static final class Broken extends Listening {
        @Override
        public void onSample(Sample sample) {
            super.onSample(sample);
            throw new IllegalStateException("broken tap");
        }
    }

    private static Sample picture(int number, boolean key) {
        return new Sample(1, number, 1, key, new byte[] {1});
    }

    @Test
    void whoComesLateBeginsWithTheGroupAndGoesOnAtOnce() {
        taps.sample(picture(0, true));
        taps.sample(picture(1, false));
        Listening late = new Listening();
        taps.add(late);
        taps.sample(picture(2, false));
        taps.sample(new Sample(3, 5, 960, true, new byte[] {1}));
        taps.end();
        assertThat(late.heard).containsExactly("group of 2", "1 at 2", "3 at 5", "end");
    }

    @Test
    void whatAFeedSendsAgainIsNotHandedOnTwice() {
        Listening tap = new Listening();
        taps.add(tap);
        taps.sample(picture(0, true));
        taps.sample(picture(1, false));
        taps.sample(picture(0, true));
        taps.sample(picture(2, false));
        assertThat(tap.heard).containsExactly("1 at 0", "1 at 1", "1 at 2");
    }

    @Test
    void whoFailsIsToldThatItIsOverAndHisNeighboursGoOn() {
        Listening before = new Listening();
        Broken broken = new Broken();
        Listening after = new Listening();
        taps.add(before);
        taps.add(broken);
        taps.add(after);
        taps.sample(picture(0, true));
        taps.sample(picture(1, false));
        assertThat(before.heard).containsExactly("1 at 0", "1 at 1");
        assertThat(after.heard).containsExactly("1 at 0", "1 at 1");
        assertThat(broken.heard).containsExactly("1 at 0", "end");
    }

    @Test
    void allHearOfTheEndThoughOneCannot() {
        Listening after = new Listening();
        taps.add(
                new Listening() {
                    @Override
                    public void onEnded() {
                        throw new IllegalStateException("broken end");
                    }
                });
        taps.add(after);
        taps.end();
        assertThat(after.heard).containsExactly("end");
    }
}

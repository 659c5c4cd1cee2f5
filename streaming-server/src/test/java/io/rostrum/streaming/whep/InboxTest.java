package io.rostrum.streaming.whep;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.streaming.live.Tap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final Deque<Runnable> loop = new ArrayDeque<>();
    private final List<Sample> arrived = new ArrayList<>();
    private int dropped;
    private final Inbox inbox =
            new Inbox(
                    loop::add,
                    new Tap() {
                        @Override
                        public void onGroup(List<Sample> pictures) {
                            arrived.addAll(pictures);
                        }

                        @Override
                        public void onSample(Sample sample) {
                            arrived.add(sample);
                        }

                        @Override
                        public void onEnded() {}
                    },
                    () -> dropped++);

    private static Sample picture(int number, boolean key) {
        return new Sample(1, number * 3000L, 3000, key, new byte[] {0, 0, 0, 1, 65});
    }

    private void run() {
        while (!loop.isEmpty()) {
            loop.remove().run();
        }
    }

    @Test
    void whoFallsBehindGoesOnWithAKeyFrame() {
        for (int i = 0; i < 1000; i++) {
            inbox.onSample(picture(i, i == 0));
        }
        assertThat(loop).hasSizeLessThan(300);
        run();
        int before = arrived.size();
        inbox.onSample(picture(1000, false));
        inbox.onSample(picture(1001, true));
        inbox.onSample(picture(1002, false));
        run();
        assertThat(arrived.subList(before, arrived.size()))
                .extracting(Sample::decodeTime)
                .containsExactly(1001 * 3000L, 1002 * 3000L);
        assertThat(dropped).isEqualTo(1003 - arrived.size());
    }
}

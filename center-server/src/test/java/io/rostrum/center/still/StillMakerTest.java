package io.rostrum.center.still;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.video.Frame;
import io.rostrum.media.video.VideoCodec;
import io.rostrum.testing.FakeClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many are made; what is made of them is {@link MiniatureTest}'s. */
class StillMakerTest {
    private static final Frame KEY =
            new Frame(VideoCodec.VP8, 0, true, List.of(new byte[] {1}), 16, 16, 0);

    private final FakeClock clock = new FakeClock();
    private final Semaphore light = new Semaphore(0);
    private final BlockingQueue<String> made = new LinkedBlockingQueue<>();
    private final StillMaker maker = new StillMaker(2, clock::nanos, this::make);

    private byte @Nullable [] make(Frame key) {
        light.acquireUninterruptibly();
        if (key.rtpTimestamp() < 0) {
            throw new IllegalStateException("a codec that fails");
        }
        return new byte[key.rtpTimestamp()];
    }

    private Consumer<byte @Nullable []> done() {
        return jpeg -> made.add(jpeg == null ? "nothing" : "still");
    }

    private boolean offer() {
        return maker.offer(KEY, done());
    }

    private @Nullable String next() throws InterruptedException {
        return made.poll(30, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() {
        light.release(100);
        maker.close();
    }

    @Test
    void aFewAtOnceThenSoManyASecondAndWhatIsTooMuchIsRefused() throws InterruptedException {
        light.release(100);
        int taken = 0;
        for (int i = 0; i < 20; i++) {
            taken += offer() ? 1 : 0;
        }
        assertThat(taken).isEqualTo(4);
        for (int i = 0; i < taken; i++) {
            assertThat(next()).isEqualTo("still");
        }
        assertThat(maker.isFree()).isFalse();
        for (int second = 0; second < 5; second++) {
            clock.advance(Duration.ofMillis(500));
            assertThat(maker.isFree()).isTrue();
            assertThat(offer()).isTrue();
            assertThat(offer()).isFalse();
            assertThat(next()).isEqualTo("still");
        }
        assertThat(maker.made()).isEqualTo(9);
        assertThat(maker.refused()).isEqualTo(16 + 1 + 5);
    }

    @Test
    void whileOneTakesForEverAHandfulWaitsAndTheRestIsDropped() {
        int taken = 0;
        for (int i = 0; i < 40; i++) {
            clock.advance(Duration.ofSeconds(1));
            taken += offer() ? 1 : 0;
        }
        assertThat(taken).isBetween(4, 5);
        assertThat(maker.isFree()).isFalse();
    }

    @Test
    void aPictureThatCannotBeReadHarmsNoneOfThoseBehindIt() throws InterruptedException {
        light.release(2);
        Frame broken = new Frame(VideoCodec.VP8, -1, true, List.of(new byte[] {1}), 16, 16, 0);
        assertThat(maker.offer(broken, done())).isTrue();
        assertThat(offer()).isTrue();
        assertThat(next()).isEqualTo("nothing");
        assertThat(next()).isEqualTo("still");
        assertThat(maker.failed()).isEqualTo(1);
    }

    @Test
    void anOperatorWhoWantsNoneHasNone() {
        try (StillMaker none = new StillMaker(0, clock::nanos, this::make)) {
            clock.advance(Duration.ofDays(1));
            assertThat(none.isFree()).isFalse();
            assertThat(none.offer(KEY, done())).isFalse();
        }
    }

    @Test
    void aClockThatBeginsBelowZeroIsAsGood() {
        Turns turns = new Turns(10, 4, Long.MIN_VALUE + 5);
        assertThat(turns.take(Long.MIN_VALUE + 5)).isTrue();
        assertThat(turns.isFree(Long.MIN_VALUE + 5)).isTrue();
    }
}

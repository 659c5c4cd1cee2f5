package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.program.ProgramState.Phase;
import io.rostrum.protocol.feed.Id;
import io.rostrum.testing.Eventually;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program's thread that is held up, and what it owes to the sources then. */
class ProgramThreadTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> again = new CopyOnWriteArrayList<>();
    private final List<ProgramState> states = new CopyOnWriteArrayList<>();
    private final List<String> cuts = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private @Nullable ProgramThread thread;

    @AfterEach
    void end() throws Exception {
        released.countDown();
        if (thread != null) {
            thread.post(new Order.Off());
        }
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    /** The clock stands until it is released. */
    private long clock() {
        if (!Thread.currentThread().getName().startsWith("program-")) {
            return System.nanoTime();
        }
        held.countDown();
        boolean waiting = true;
        while (waiting) {
            try {
                released.await();
                waiting = false;
            } catch (InterruptedException again) {
                Thread.currentThread().interrupt();
                return System.nanoTime();
            }
        }
        return System.nanoTime();
    }

    private ProgramThread start() {
        return start(URI.create("http://127.0.0.1:1"), "key", this::clock);
    }

    private ProgramThread start(URI server, String secret, LongSupplier clock) {
        FeedTarget target =
                new FeedTarget(
                        server,
                        secret,
                        new Id("room"),
                        new Id("session"),
                        "Title",
                        "Ana",
                        Instant.EPOCH,
                        new FeedStore(directory, FeedStore.DEFAULT_LIMIT));
        Control control = new Control(new Asked(), new ToLists(), Runnable::run);
        return ProgramThread.start(vertx, ProgramSettings.DEFAULT, target, control, clock);
    }

    private ProgramState last() {
        return states.getLast();
    }

    @Test
    void aProgramWhoseThreadEndsByAnErrorIsOffAndSaysSo() {
        released.countDown();
        thread =
                start(
                        URI.create("http://127.0.0.1:1"),
                        "key",
                        () -> {
                            if (Thread.currentThread().getName().startsWith("program-")) {
                                throw new StackOverflowError();
                            }
                            return System.nanoTime();
                        });
        Eventually.holds("off", SOON, () -> !states.isEmpty() && last().phase() == Phase.OFF);
        assertThat(last().failure()).isEqualTo(ProgramState.Failure.BROKEN);
        assertThat(last().detail()).contains("could not be encoded: StackOverflowError");
    }

    private static Order.Frame picture(String source, boolean key) {
        byte[] data = key ? H264.key(1) : H264.delta(1);
        return new Order.Picture(new SourcePicture(source, SourcePicture.Codec.H264, 0, key, data));
    }

    @Test
    void aDroppedPictureBreaksItsSourceUpToAKeyFrameThatIsAskedForOnce() throws Exception {
        ProgramThread current = start();
        thread = current;
        held.await();
        for (int i = 0; i < 256; i++) {
            current.show(picture("ana", false));
        }
        assertThat(current.dropped()).isZero();
        for (int i = 0; i < 100; i++) {
            current.show(picture("ana", false));
        }
        assertThat(current.dropped()).isEqualTo(100);

        released.countDown();

        Eventually.holds("asked", SOON, () -> asked.contains("ana"));
        assertThat(asked).containsExactly("ana");
        current.show(picture("ana", false));
        assertThat(current.dropped()).as("useless without a key frame").isEqualTo(101);
        current.show(picture("ana", true));
        current.show(picture("ana", false));
        assertThat(current.dropped()).isEqualTo(101);
    }

    /** It has one key frame in all, four seconds ago, and does not listen. */
    @Test
    void aVp8SourceThatDoesNotAnswerIsOnAirFromWhatItSentBefore() {
        released.countDown();
        ProgramThread current = start();
        thread = current;
        List<SourcePicture> sent = new ArrayList<>();
        try (TestSource source =
                new TestSource("old", SourcePicture.Codec.VP8, 320, 180, 25, 180)) {
            for (int i = 99; i >= 0; i--) {
                sent.add(source.next(System.nanoTime() - i * 40_000_000L));
            }
            current.post(new Order.Take("old", "Old"));
            Eventually.holds(
                    "its group is wanted",
                    SOON,
                    () -> {
                        current.show(new Order.Picture(source.next(System.nanoTime())));
                        return again.contains("old");
                    });
        }
        current.show(new Order.Group(sent));
        Eventually.holds("on air", SOON, () -> cuts.contains("old"));
    }

    /** What PROGRAM-DATE-TIME counts from. */
    @Test
    void time0IsWhenTheFirstPictureWasCapturedAndNotWhenItsSoundWasMixed() throws Exception {
        AtomicLong time = new AtomicLong(5_000_000_000L);
        try (IngestDoor door = new IngestDoor(vertx)) {
            ProgramThread current = start(door.address(), IngestDoor.SECRET, time::get);
            thread = current;
            time.addAndGet(700_000_000L);
            current.post(new Order.Take("ana", "Ana"));
            SourcePicture first =
                    new SourcePicture(
                            "ana",
                            SourcePicture.Codec.H264,
                            time.get() - 10_000_000L,
                            85_000_000L,
                            true,
                            H264.key(1));
            current.show(new Order.Picture(first));
            Eventually.holds("said", SOON, () -> !door.begins.isEmpty());
            assertThat(Instant.parse(door.begins))
                    .isEqualTo(Instant.EPOCH.plusMillis(700 - 10 - 85));
            current.post(new Order.Off());
        }
    }

    private final class Asked implements Pictures {
        @Override
        public void subscribe(String source) {}

        @Override
        public void unsubscribe(String source) {}

        @Override
        public void showAgain(String source) {
            again.add(source);
        }

        @Override
        public void requestKeyFrame(String source) {
            asked.add(source);
        }
    }

    private final class ToLists implements ProgramListener {
        @Override
        public void onState(ProgramState state) {
            states.add(state);
        }

        @Override
        public void onWarning(@Nullable Warning warning) {}

        @Override
        public void onLoss(int percent) {}

        @Override
        public void onCut(@Nullable String source, @Nullable String card) {
            cuts.add(String.valueOf(source));
        }
    }
}

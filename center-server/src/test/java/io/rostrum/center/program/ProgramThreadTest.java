package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.feed.Id;
import io.rostrum.testing.Eventually;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
        FeedTarget target =
                new FeedTarget(
                        URI.create("http://127.0.0.1:1"),
                        "key",
                        new Id("room"),
                        new Id("session"),
                        "Title",
                        "Ana",
                        Instant.EPOCH,
                        new FeedStore(directory, FeedStore.DEFAULT_LIMIT));
        Control control = new Control(new Asked(), new Deaf(), Runnable::run);
        return ProgramThread.start(vertx, ProgramSettings.DEFAULT, target, control, this::clock);
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

    private final class Asked implements Pictures {
        @Override
        public void subscribe(String source) {}

        @Override
        public void unsubscribe(String source) {}

        @Override
        public void showAgain(String source) {}

        @Override
        public void requestKeyFrame(String source) {
            asked.add(source);
        }
    }

    private static final class Deaf implements ProgramListener {
        @Override
        public void onState(ProgramState state) {}

        @Override
        public void onWarning(@Nullable Warning warning) {}

        @Override
        public void onLoss(int percent) {}

        @Override
        public void onCut(@Nullable String source) {}
    }
}

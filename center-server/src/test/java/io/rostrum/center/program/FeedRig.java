package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.program.ProgramState.Phase;
import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.Id;
import io.rostrum.testing.Eventually;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Both ends of a feed over a real connection. */
abstract class FeedRig {
    static final Duration BOUND = Duration.ofSeconds(15);
    static final byte[] INIT = {1, 2, 3};
    static final Instant BEGINS = Instant.parse("2026-11-20T10:00:01.250Z");

    @TempDir Path directory;

    final Vertx vertx = Vertx.vertx();
    final List<ProgramState> states = new CopyOnWriteArrayList<>();
    final List<Integer> losses = new CopyOnWriteArrayList<>();
    final FeedSender.Listener heard =
            new FeedSender.Listener() {
                @Override
                public void onState(ProgramState state) {
                    states.add(state);
                    if (deaf && state.phase() == Phase.ON) {
                        throw new IllegalStateException("a listener that fails");
                    }
                }

                @Override
                public void onLoss(int percent) {
                    losses.add(percent);
                    if (deaf) {
                        throw new IllegalStateException("a listener that fails");
                    }
                }
            };
    volatile boolean deaf;
    IngestDoor door;
    FeedSender sender;
    long produced;
    FeedStore store;

    @BeforeEach
    void start() {
        door = new IngestDoor(vertx);
        store = new FeedStore(directory, 1L << 30);
    }

    @AfterEach
    void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    void feed() {
        feed(door.address(), IngestDoor.SECRET, 1L << 20, Duration.ofMillis(1500));
    }

    FeedTarget target() {
        return target(door.address(), IngestDoor.SECRET, 1L << 20, Duration.ofMillis(1500));
    }

    FeedTarget target(URI address, String secret, long memory, Duration patience) {
        return new FeedTarget(
                address,
                secret,
                new Id("room"),
                new Id("session"),
                "Town hall",
                "Ana",
                Instant.EPOCH,
                memory,
                store,
                patience);
    }

    void feed(URI address, String secret, long memory, Duration patience) {
        FeedTarget target = target(address, secret, memory, patience);
        sender = new FeedSender(vertx, vertx.getOrCreateContext(), target, heard);
        sender.open();
        sender.init(INIT, BEGINS);
    }

    /** The next segment: a few fragments of that size. */
    void produce(int size) {
        sender.onSegment(produced);
        for (int i = 0; i < 4; i++) {
            long time = produced * 4000 + i * 1000L;
            sender.onFragments(
                    FragmentWriter.write(1, new Sample(1, time, 1000, i == 0, new byte[size])));
        }
        produced++;
    }

    void produce(int segments, int size) {
        for (int i = 0; i < segments; i++) {
            produce(size);
        }
    }

    Phase phase() {
        return states.isEmpty() ? Phase.STARTING : states.getLast().phase();
    }

    void becomes(Phase wanted) {
        Eventually.holds("phase " + wanted + " of " + states, BOUND, () -> phase() == wanted);
    }

    void next(long wanted) {
        Eventually.holds("segment " + wanted, BOUND, () -> door.next == wanted);
    }

    void endsComplete() throws Exception {
        sender.end(Duration.ofSeconds(10));
        becomes(Phase.OFF);
        assertThat(states.getLast().failure()).isNull();
        assertThat(door.ended).isTrue();
        assertThat(door.next).isEqualTo(produced);
        assertThat(door.samples())
                .extracting(Sample::decodeTime)
                .isSorted()
                .hasSize((int) produced * 4);
        assertThat(door.init).containsExactly(INIT);
        assertThat(door.begins).isEqualTo(BEGINS.toString());
    }
}

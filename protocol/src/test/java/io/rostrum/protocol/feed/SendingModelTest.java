package io.rostrum.protocol.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Thousands of programs over networks, disks and receivers that fail: what holds in each. */
class SendingModelTest {
    private static final long SEGMENT = (long) SendingWorld.FRAGMENT * SendingWorld.FRAGMENTS;
    private static final long MEMORY = 5 * SEGMENT;

    /** A program in trouble, which then heals; ended when all has been produced. */
    private static SendingWorld program(long seed, boolean diskFails) {
        SendingWorld world = new SendingWorld(seed, SendingWorld.limits(MEMORY));
        int seconds = 5 + world.random.nextInt(40);
        world.breaks = world.random.nextInt(12);
        world.losses = world.random.nextInt(12);
        world.slowestMillis = 1 + world.random.nextInt(900);
        world.diskFailures = diskFails ? 100 : world.random.nextInt(3) * 5;
        long start = world.now();
        world.act(() -> world.sender.open(start));
        world.at(start + world.random.nextInt(900_000_000), () -> world.sender.header(world.now()));
        for (int i = 0; i < seconds; i++) {
            world.produce(i, start + (i + 1) * SendingWorld.SECOND);
            if (world.random.nextInt(4) == 0) {
                Take take = new Take("p" + i, i * 90_000L);
                world.take(take, start + (i + 1) * SendingWorld.SECOND);
            }
            if (world.random.nextInt(15) == 0) {
                world.at(start + (i + 1) * SendingWorld.SECOND, world::crash);
            }
        }
        away(world, start, seconds);
        long end = start + (seconds + 1) * SendingWorld.SECOND;
        world.runUntil(end);
        world.breaks = 0;
        world.losses = 0;
        world.act(() -> world.sender.end(Duration.ofMinutes(5), end));
        world.runUntil(end + 320 * SendingWorld.SECOND);
        return world;
    }

    /** For some of the time nothing gets through. */
    private static void away(SendingWorld world, long start, int seconds) {
        int losses = world.losses;
        long from = start + world.random.nextInt(seconds) * SendingWorld.SECOND;
        long until = from + world.random.nextInt(20) * SendingWorld.SECOND;
        world.at(from, () -> world.losses = 100);
        world.at(until, () -> world.losses = losses);
    }

    @Test
    void everySegmentArrivesOnceAndWholeAndInItsOrderWhateverFails() {
        int whole = 0;
        for (long seed = 0; seed < 1500; seed++) {
            SendingWorld world = program(seed, false);
            if (world.over
                    .flatMap(SendStep.Over::failure)
                    .equals(Optional.of(FeedFailure.NO_ROOM))) {
                continue; // a disk that failed at the wrong moment; the test below has it
            }
            assertThat(world.over).as("seed %d", seed).isPresent();
            assertThat(world.over.get().failure()).as("seed %d", seed).isEmpty();
            assertThat(world.ended).isTrue();
            assertThat(world.received.keySet())
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(
                            LongStream.range(0, world.produced.size()).boxed().toList());
            assertSame(world);
            assertThat(world.filesLeft()).as("files, seed %d", seed).isZero();
            assertThat(world.takes).as("takes, seed %d", seed).isEqualTo(world.took);
            whole++;
        }
        assertThat(whole).as("programs that arrived").isGreaterThan(1000);
    }

    private static void assertSame(SendingWorld world) {
        world.produced.forEach((number, bytes) ->
                assertThat(world.received.get(number)).as("segment %d", number).isEqualTo(bytes));
    }

    @Test
    void memoryHoldsItsShareAndWhatIsUnderWayAndNoMore() {
        for (long seed = 0; seed < 500; seed++) {
            SendingWorld world = program(seed, false);
            int underWay = world.limits.window() + 3;
            boolean diskFailed = world.diskFailures > 0;
            assertThat(world.mostHeld)
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo((diskFailed ? 2 : 1) * MEMORY + underWay * SEGMENT);
        }
    }

    @Test
    void withoutADiskItEndsInWordsAtTwiceItsShareAtTheLatest() {
        int gaveUp = 0;
        for (long seed = 0; seed < 500; seed++) {
            SendingWorld world = program(seed, true);
            assertThat(world.mostHeld).isLessThanOrEqualTo(2 * MEMORY + SendingWorld.FRAGMENT);
            Optional<FeedFailure> failure = world.over.orElseThrow().failure();
            assertThat(failure).isIn(Optional.empty(), Optional.of(FeedFailure.NO_ROOM));
            gaveUp += failure.isPresent() ? 1 : 0;
        }
        assertThat(gaveUp).isPositive();
    }

    @Test
    void nothingIsSentOnceItIsOver() {
        for (long seed = 0; seed < 200; seed++) {
            SendingWorld world = new SendingWorld(seed, SendingWorld.limits(MEMORY));
            world.breaks = 5;
            world.losses = 5;
            long start = world.now();
            world.act(() -> world.sender.open(start));
            world.act(() -> world.sender.header(start));
            for (int i = 0; i < 10; i++) {
                world.produce(i, start + i * SendingWorld.SECOND);
            }
            world.runUntil(start + world.random.nextInt(10_000) * 1_000_000L);
            world.act(world.sender::abort);
            assertThat(world.over).isPresent();
            world.act(() -> world.sender.took(new Take("x", 0)));
            world.act(() -> world.sender.end(Duration.ofSeconds(1), world.now()));
            world.runUntil(start + 60 * SendingWorld.SECOND); // the world fails at any step
            assertThat(world.sender.held()).isZero();
            assertThat(world.sender.wakeAt()).isEqualTo(Long.MAX_VALUE);
        }
    }
}

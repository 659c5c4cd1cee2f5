package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.program.ProgramState.Failure;
import io.rostrum.center.program.ProgramState.Phase;
import io.rostrum.protocol.feed.FeedProblem;
import io.rostrum.testing.Eventually;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both ends over a real connection: what is sent arrives once, whole and in order. */
class FeedSenderTest extends FeedRig {
    @Test
    void whatIsProducedArrivesAndIsAcknowledged() throws Exception {
        feed();
        produce(3, 1000);
        next(2);
        becomes(Phase.ON);
        endsComplete();
        assertThat(states)
                .extracting(ProgramState::phase)
                .containsExactly(Phase.ON, Phase.STOPPING, Phase.OFF);
    }

    @Test
    void aSegmentIsSentWhileItIsProduced() {
        feed();
        produce(1000);
        Eventually.holds(
                "the request of a segment that is not complete",
                BOUND,
                () -> door.calls.contains("PUT /feed/room/session/segments/0"));
        assertThat(door.stored).isEmpty();
    }

    @Test
    void aBreakInTheMiddleOfASegmentLosesNothing() throws Exception {
        door.cutAt.addAll(List.of(0L, 3L, 4L));
        feed();
        produce(6, 50_000);
        next(5);
        assertThat(states).extracting(ProgramState::phase).contains(Phase.INTERRUPTED);
        becomes(Phase.ON);
        endsComplete();
    }

    @Test
    void aLostAcknowledgementIsMadeGoodByTheNextAttempt() throws Exception {
        door.loseAckOf.addAll(List.of(1L, 2L, 5L));
        feed();
        produce(8, 1000);
        next(7);
        endsComplete();
    }

    @Test
    void aServerThatForgotWhatItHadNotAcknowledgedGetsItAgain() throws Exception {
        door.loseAckOf.add(2L);
        door.onStored =
                number -> {
                    if (number == 2) {
                        door.onStored = again -> {};
                        door.stored.remove(2L);
                        door.next = 2;
                    }
                };
        feed();
        produce(5, 1000);
        next(4);
        endsComplete();
    }

    @Test
    void aServerThatIsStartedLaterIsFound() throws Exception {
        int port = door.port();
        door.close();
        feed(
                URI.create("http://127.0.0.1:" + port),
                IngestDoor.SECRET,
                1 << 20,
                Duration.ofSeconds(2));
        produce(3, 1000);
        Eventually.holds("words", BOUND, () -> !states.isEmpty());
        assertThat(states.getFirst().phase()).isEqualTo(Phase.STARTING);
        assertThat(states.getFirst().detail()).contains("cannot be reached");
        door.open(port);
        next(2);
        becomes(Phase.ON);
        endsComplete();
    }

    @Test
    void aServerThatIsRestartedGoesOnWhereItWas() throws Exception {
        feed();
        produce(4, 1000);
        next(3);
        int port = door.port();
        door.close();
        becomes(Phase.INTERRUPTED);
        produce(20, 20_000);
        door.open(port);
        next(23);
        becomes(Phase.ON);
        endsComplete();
    }

    @Test
    void aServerThatWantsWhatIsNoLongerKeptEndsTheProgramInWords() {
        feed();
        produce(4, 1000);
        next(3);
        becomes(Phase.ON);
        door.onStored = number -> door.next = 1;
        door.loseAckOf.add(3L);
        produce(1000);
        becomes(Phase.OFF);
        assertThat(states.getLast().failure()).isEqualTo(Failure.OUT_OF_STEP);
        assertThat(states.getLast().detail()).contains("segment 1");
    }

    @Test
    void aWrongSecretIsNotRepeated() {
        feed(door.address(), "wrong", 1 << 20, Duration.ofSeconds(2));
        becomes(Phase.OFF);
        assertThat(states.getLast().failure()).isEqualTo(Failure.BAD_KEY);
        assertThat(states.getLast().detail()).contains("feed secret");
        assertThat(door.calls).hasSize(1);
    }

    @Test
    void aChannelThatIsOnAirIsNotTakenOver() {
        door.refuse = FeedProblem.CHANNEL_ON_AIR;
        feed();
        produce(2, 1000);
        becomes(Phase.OFF);
        assertThat(states.getLast().failure()).isEqualTo(Failure.CHANNEL_ON_AIR);
        assertThat(door.calls).hasSize(1);
    }

    @Test
    void aFullServerIsAskedAgain() throws Exception {
        door.refuse = FeedProblem.STORAGE_FULL;
        feed();
        produce(2, 1000);
        Eventually.holds("three attempts", BOUND, () -> door.calls.size() >= 3);
        assertThat(states.getLast().detail()).contains("because the test wants it");
        door.refuse = null;
        next(1);
        endsComplete();
    }

    @Test
    void aServerThatNeverAnswersIsGivenUpAtTheEnd() {
        door.mute = true;
        feed(door.address(), IngestDoor.SECRET, 1 << 20, Duration.ofMillis(200));
        produce(3, 1000);
        Eventually.holds("three attempts", BOUND, () -> door.calls.size() >= 3);
        sender.end(Duration.ofMillis(300));
        becomes(Phase.OFF);
        assertThat(states.getLast().failure()).isEqualTo(Failure.TAIL_LOST);
    }

    @Test
    void aServerThatStopsAnsweringIsFoundAgain() throws Exception {
        feed(door.address(), IngestDoor.SECRET, 1 << 20, Duration.ofMillis(500));
        produce(3, 1000);
        next(2);
        becomes(Phase.ON);
        door.mute = true;
        produce(3, 1000);
        becomes(Phase.INTERRUPTED);
        door.mute = false;
        next(5);
        endsComplete();
    }

    @Test
    void aSlowServerGetsItAllAtItsOwnSpeed() throws Exception {
        door.slowMillis = 5;
        feed(door.address(), IngestDoor.SECRET, 64 << 20, Duration.ofSeconds(5));
        produce(6, 300_000);
        next(5);
        endsComplete();
    }

    @Test
    void whatMemoryDoesNotHoldWaitsOnDisk() throws Exception {
        int port = door.port();
        door.close();
        feed(
                URI.create("http://127.0.0.1:" + port),
                IngestDoor.SECRET,
                300_000,
                Duration.ofSeconds(2));
        produce(30, 10_000);
        Eventually.holds("files", BOUND, () -> files() >= 20);
        door.open(port);
        next(29);
        endsComplete();
        Eventually.holds("no file left", BOUND, () -> files() == 0);
    }

    @Test
    void whenNothingHoldsMoreTheProgramEndsInWords() throws Exception {
        Files.writeString(directory.resolve("session"), "a file where the folder should be");
        int port = door.port();
        door.close();
        feed(
                URI.create("http://127.0.0.1:" + port),
                IngestDoor.SECRET,
                100_000,
                Duration.ofSeconds(2));
        Eventually.holds(
                "the end",
                BOUND,
                () -> {
                    produce(10_000);
                    return phase() == Phase.OFF;
                });
        assertThat(states.getLast().failure()).isEqualTo(Failure.NO_ROOM);
    }

    @Test
    void whenItsShareOfTheDiskIsFullTheProgramEndsInWordsAndGivesItBack() throws Exception {
        store = new FeedStore(directory, 500_000);
        int port = door.port();
        door.close();
        feed(
                URI.create("http://127.0.0.1:" + port),
                IngestDoor.SECRET,
                100_000,
                Duration.ofSeconds(2));
        Eventually.holds(
                "the end",
                BOUND,
                () -> {
                    produce(10_000);
                    assertThat(store.used()).isLessThanOrEqualTo(500_000);
                    return phase() == Phase.OFF;
                });
        assertThat(states.getLast().failure()).isEqualTo(Failure.NO_ROOM);
        Eventually.holds("given back", BOUND, () -> store.used() == 0 && files() == 0);
    }

    @Test
    void whatIsDeliveredFromTheDiskGivesItBack() throws Exception {
        int port = door.port();
        door.close();
        feed(
                URI.create("http://127.0.0.1:" + port),
                IngestDoor.SECRET,
                300_000,
                Duration.ofSeconds(2));
        produce(30, 10_000);
        Eventually.holds("files", BOUND, () -> files() >= 20);
        assertThat(store.used()).isPositive();
        door.open(port);
        next(29);
        Eventually.holds("given back", BOUND, () -> store.used() == 0);
    }

    @Test
    void everyTakeIsToldInItsOrderOnceThereIsASession() {
        feed();
        sender.took("Ana", 0);
        sender.took("Bo", 90_000);
        sender.took("", 180_000);
        produce(2, 1000);
        Eventually.holds("news", BOUND, () -> door.news.size() == 3);
        assertThat(door.news)
                .containsExactly(
                        new JsonObject().put("picture", "Ana").put("at", 0),
                        new JsonObject().put("picture", "Bo").put("at", 90_000),
                        new JsonObject().put("picture", "").put("at", 180_000));
    }

    @Test
    void aProgramWithoutAPictureEndsToo() {
        feed();
        sender.end(Duration.ofSeconds(5));
        becomes(Phase.OFF);
        assertThat(states.getLast().failure()).isNull();
    }

    private long files() {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            return 0;
        }
    }

    @Test
    void aSessionOfBeforeGoesOnWithItsNextSegmentAndItsOldHeader() throws Exception {
        door.next = 7;
        door.init = new byte[] {9};
        door.latest = new JsonObject().put("1", 1_260_000).put("2", 671_744);
        sender = new FeedSender(vertx, vertx.getOrCreateContext(), target(), heard);
        Standing standing = sender.resume().get(10, TimeUnit.SECONDS);
        assertThat(standing).isEqualTo(new Standing(7, 1_260_000, 671_744, null));
        sender.init(INIT, BEGINS);
        produced = 7;
        produce(3, 1000);
        next(9);
        sender.end(Duration.ofSeconds(10));
        becomes(Phase.OFF);
        assertThat(door.stored.keySet()).containsExactly(7L, 8L, 9L);
        assertThat(door.init).containsExactly(9);
    }

    @Test
    void aSessionThatHasEndedMeanwhileIsNotResumed() {
        door.refuse = FeedProblem.SESSION_ENDED;
        sender = new FeedSender(vertx, vertx.getOrCreateContext(), target(), heard);
        assertThat(sender.resume()).failsWithin(BOUND);
        becomes(Phase.OFF);
    }

    @Test
    void aStopWhileNobodySaysWhereTheSessionStandsHasItsBound() {
        door.mute = true;
        sender = new FeedSender(vertx, vertx.getOrCreateContext(), target(), heard);
        CompletableFuture<Standing> standing = sender.resume();
        sender.end(Duration.ofMillis(300));
        becomes(Phase.OFF);
        assertThat(states.getLast().failure()).isEqualTo(Failure.TAIL_LOST);
        assertThat(standing).isCancelled();
    }
}

package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.program.ProgramState.Failure;
import io.rostrum.center.program.ProgramState.Phase;
import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedLimits;
import io.rostrum.protocol.feed.FeedProblem;
import io.rostrum.protocol.feed.Id;
import io.rostrum.testing.Eventually;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ends over a real connection: what is sent arrives once, whole and in order. */
class FeedSenderTest {
    private static final Duration BOUND = Duration.ofSeconds(15);
    private static final byte[] INIT = {1, 2, 3};
    private static final Instant BEGINS = Instant.parse("2026-11-20T10:00:01.250Z");

    @TempDir Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final List<ProgramState> states = new CopyOnWriteArrayList<>();
    private final List<Integer> losses = new CopyOnWriteArrayList<>();
    private final FeedSender.Listener heard =
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
    private volatile boolean deaf;
    private IngestDoor door;
    private FeedSender sender;
    private long produced;
    private FeedStore store;

    @BeforeEach
    void start() {
        door = new IngestDoor(vertx);
        store = new FeedStore(directory, 1L << 30);
    }

    @AfterEach
    void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void feed() {
        feed(door.address(), IngestDoor.SECRET, 1L << 20, Duration.ofMillis(1500));
    }

    private FeedTarget target() {
        return target(door.address(), IngestDoor.SECRET, 1L << 20, Duration.ofMillis(1500));
    }

    private FeedTarget target(URI address, String secret, long memory, Duration patience) {
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

    private void feed(URI address, String secret, long memory, Duration patience) {
        FeedTarget target = target(address, secret, memory, patience);
        sender = new FeedSender(vertx, vertx.getOrCreateContext(), target, heard);
        sender.open();
        sender.init(INIT, BEGINS);
    }

    /** The next segment: a few fragments of that size. */
    private void produce(int size) {
        sender.onSegment(produced);
        for (int i = 0; i < 4; i++) {
            long time = produced * 4000 + i * 1000L;
            sender.onFragments(
                    FragmentWriter.write(1, new Sample(1, time, 1000, i == 0, new byte[size])));
        }
        produced++;
    }

    private void produce(int segments, int size) {
        for (int i = 0; i < segments; i++) {
            produce(size);
        }
    }

    private Phase phase() {
        return states.isEmpty() ? Phase.STARTING : states.getLast().phase();
    }

    private void becomes(Phase wanted) {
        Eventually.holds("phase " + wanted + " of " + states, BOUND, () -> phase() == wanted);
    }

    private void next(long wanted) {
        Eventually.holds("segment " + wanted, BOUND, () -> door.next == wanted);
    }

    private void endsComplete() throws Exception {
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
    void whoFailsToHearOfItStopsNoProgram() throws Exception {
        deaf = true;
        feed();
        produce(2, 1000);
        next(1);
        becomes(Phase.ON);
        produce(5, 1000);
        endsComplete();
    }

    @Test
    void norDoesWhoFailsToHearOfALoss() throws Exception {
        deaf = true;
        door.loss = number -> 7;
        feed();
        produce(1, 1000);
        endsComplete();
        assertThat(losses).containsExactly(7);
        assertThat(door.calls)
                .as("nothing is begun anew for him")
                .containsOnlyOnce("POST /feed/room", "PUT /feed/room/session/segments/0");
    }

    @Test
    void aNameIsNotCutInTheMiddleOfALetter() throws Exception {
        String fits = "a".repeat(FeedLimits.DEFAULT.titleLength() - 1);
        feed();
        sender.took(fits + "\uD83C\uDF89", 0);
        produce(1, 1000);
        Eventually.holds("told", BOUND, () -> !door.news.isEmpty());
        assertThat(door.news.getFirst().getString("picture")).isEqualTo(fits);
        endsComplete();
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

    @Test
    void whatViewersLoseComesWithTheAcknowledgements() {
        feed();
        int[] told = {0, 0, 7, 7, 1000, 0};
        door.loss = number -> told[(int) number];
        produce(told.length, 100);
        sender.end(BOUND);
        becomes(Phase.OFF);
        assertThat(losses).containsExactly(7, 100, 0);
    }

    @Test
    void aServerThatDoesNotKnowWhatViewersLoseIsTakenForOneWithSomeLoss() {
        feed();
        door.loss = number -> null;
        produce(2, 100);
        sender.end(BOUND);
        becomes(Phase.OFF);
        assertThat(losses).containsExactly(5);
    }
}

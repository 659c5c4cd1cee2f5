package io.rostrum.protocol.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.protocol.feed.SendStep.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendingTest {
    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1000 * MILLI;
    private static final byte[] BYTES = new byte[100];

    private final List<SendStep> done = new ArrayList<>();
    private Sending sender = new Sending(limits(100_000, 3));
    private long now = 7 * SECOND;

    /** A receiver that opens again and again. */
    private boolean obliging;

    private int attempt = 1;

    private static SendLimits limits(long memory, int window) {
        return new SendLimits(
                memory,
                window,
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                Duration.ofMillis(100),
                Duration.ofMillis(500));
    }

    /** What it wants done since the last call; a connection that takes all at once. */
    private List<SendStep> steps() {
        List<SendStep> all = new ArrayList<>();
        for (List<SendStep> more = sender.steps(); !more.isEmpty(); more = sender.steps()) {
            all.addAll(more);
            for (SendStep step : more) {
                if (step instanceof SendStep.Begin begin) {
                    sender.ready(begin.attempt(), now);
                } else if (step instanceof SendStep.Write write) {
                    sender.ready(write.attempt(), now);
                } else if (obliging && step instanceof SendStep.Open open) {
                    attempt = open.attempt();
                    sender.opened(attempt, 0, false, now);
                } else if (obliging && step instanceof SendStep.Header header) {
                    sender.headerTaken(header.attempt(), now);
                }
            }
        }
        done.addAll(all);
        return all;
    }

    private void flowing() {
        sender.open(now);
        sender.header(now);
        sender.opened(1, 0, false, now);
        sender.headerTaken(1, now);
        steps();
    }

    private void produce(long from, long to) {
        for (long number = from; number <= to; number++) {
            sender.begin(number, now);
            sender.append(BYTES, now);
        }
    }

    private List<Long> finished(List<SendStep> steps) {
        return steps.stream()
                .filter(SendStep.Finish.class::isInstance)
                .map(step -> ((SendStep.Finish) step).number())
                .toList();
    }

    private SendStep last() {
        steps();
        return done.get(done.size() - 1);
    }

    private void passes(Duration time) {
        long end = now + time.toNanos();
        while (sender.wakeAt() <= end) {
            now = Math.max(now, sender.wakeAt());
            sender.tick(now);
            steps();
        }
        now = end;
    }

    private Phase phase() {
        steps();
        return done.stream()
                .filter(SendStep.Say.class::isInstance)
                .map(step -> ((SendStep.Say) step).phase())
                .reduce(Phase.STARTING, (before, after) -> after);
    }

    @Test
    void opensThenSendsTheHeaderThenSegments() {
        sender.open(now);
        assertThat(steps()).containsExactly(new SendStep.Open(1));
        sender.opened(1, 0, false, now);
        assertThat(steps()).as("there is no header yet").isEmpty();
        sender.header(now);
        assertThat(steps()).containsExactly(new SendStep.Header(1));
        produce(0, 1);
        assertThat(steps()).as("the header is not taken yet").isEmpty();
        sender.headerTaken(1, now);
        assertThat(finished(steps())).containsExactly(0L);
    }

    @Test
    void aSegmentIsSentWhileItIsProduced() {
        flowing();
        produce(0, 0);
        assertThat(steps()).containsExactly(new SendStep.Begin(1, 0), new SendStep.Write(1, BYTES));
        byte[] more = {7};
        sender.append(more, now);
        assertThat(steps()).containsExactly(new SendStep.Write(1, more));
        sender.begin(1, now);
        assertThat(steps()).containsExactly(new SendStep.Finish(1, 0), new SendStep.Begin(1, 1));
    }

    @Test
    void aConnectionThatTakesNothingIsGivenNothing() {
        flowing();
        produce(0, 1);
        assertThat(sender.steps()).containsExactly(new SendStep.Begin(1, 0));
        sender.append(BYTES, now);
        assertThat(sender.steps()).isEmpty();
        sender.ready(1, now);
        assertThat(sender.steps()).containsExactly(new SendStep.Write(1, BYTES));
        sender.tick(now + 2 * SECOND);
        assertThat(sender.steps()).contains(new SendStep.HangUp());
    }

    @Test
    void onlySoManyAreUnderWayWithoutAnAcknowledgement() {
        flowing();
        produce(0, 9);
        assertThat(finished(steps())).containsExactly(0L, 1L, 2L);
        sender.acknowledged(1, 2, now);
        assertThat(finished(steps())).containsExactly(3L, 4L);
    }

    @Test
    void whoIsSlowButAcknowledgesOneAfterTheOtherIsNotCutOff() {
        flowing();
        produce(0, 9);
        steps();
        for (long next = 1; next <= 6; next++) {
            passes(Duration.ofMillis(1900));
            sender.acknowledged(1, next, now);
            steps();
        }
        assertThat(done).doesNotContain(new SendStep.HangUp());
        passes(Duration.ofSeconds(2));
        assertThat(done).contains(new SendStep.HangUp());
    }

    @Test
    void aSegmentThatNeedsLongerThanItsPatienceArrivesInTheEnd() {
        flowing();
        obliging = true;
        produce(0, 1);
        steps();
        long since = now;
        for (int i = 0; i < 600 && phase() != Phase.ON; i++) {
            int before = done.size();
            passes(Duration.ofMillis(100));
            if (!finished(done.subList(before, done.size())).isEmpty()) {
                since = now;
            }
            if (now - since >= 6500 * MILLI) { // so long is a segment on its way
                sender.acknowledged(attempt, 1, now);
            }
        }
        assertThat(phase()).isEqualTo(Phase.ON);
    }

    @Test
    void aBreakIsFollowedByLongerAndLongerPausesUntilItIsAcknowledgedAgain() {
        flowing();
        produce(0, 3);
        steps();
        List<Long> pauses = new ArrayList<>();
        for (int attempt = 1; attempt <= 5; attempt += 2) {
            sender.failed(attempt, Optional.empty(), "gone", now);
            steps();
            pauses.add((sender.wakeAt() - now) / MILLI);
            passes(Duration.ofMillis(500));
        }
        assertThat(pauses).containsExactly(100L, 200L, 400L);
    }

    @Test
    void whatWasUnderWayIsSentAgainFromWhereTheReceiverSays() {
        flowing();
        produce(0, 4);
        assertThat(finished(steps())).containsExactly(0L, 1L, 2L);
        sender.failed(1, Optional.empty(), "gone", now);
        passes(Duration.ofMillis(100));
        assertThat(last()).isEqualTo(new SendStep.Open(3));
        sender.opened(3, 1, false, now);
        sender.headerTaken(3, now);
        assertThat(finished(steps())).containsExactly(1L, 2L, 3L);
    }

    @Test
    void answersToOlderAttemptsMeanNothing() {
        flowing();
        produce(0, 4);
        steps();
        sender.failed(1, Optional.empty(), "gone", now);
        steps();
        sender.acknowledged(1, 2, now);
        sender.failed(1, Optional.of(FeedFailure.REFUSED), "late", now);
        sender.opened(1, 4, false, now);
        sender.headerTaken(1, now);
        sender.ended(1);
        assertThat(steps()).isEmpty();
        assertThat(sender.isOver()).isFalse();
    }

    @Test
    void whatNoRepetitionMendsEndsIt() {
        flowing();
        produce(0, 1);
        steps();
        sender.failed(1, Optional.of(FeedFailure.CHANNEL_ON_AIR), "another", now);
        assertThat(last())
                .isEqualTo(new SendStep.Over(Optional.of(FeedFailure.CHANNEL_ON_AIR), "another"));
        assertThat(sender.wakeAt()).isEqualTo(Long.MAX_VALUE);
        assertThat(sender.held()).isZero();
    }

    @Test
    void aReceiverThatForgotWhatItAcknowledgedEndsItInWords() {
        flowing();
        produce(0, 3);
        steps();
        sender.acknowledged(1, 3, now);
        sender.failed(1, Optional.empty(), "gone", now);
        passes(Duration.ofMillis(100));
        sender.opened(3, 1, false, now);
        assertThat(last()).isInstanceOf(SendStep.Over.class);
        assertThat(((SendStep.Over) last()).failure()).contains(FeedFailure.OUT_OF_STEP);
        assertThat(((SendStep.Over) last()).words()).contains("segment 1");
    }

    @Test
    void aReceiverThatForgotTheLastSegmentsIsNotToldThatAllIsWell() {
        flowing();
        produce(0, 2);
        sender.end(Duration.ofSeconds(60), now);
        steps();
        sender.acknowledged(1, 3, now);
        assertThat(last()).isEqualTo(new SendStep.End(1));
        sender.failed(1, Optional.empty(), "gone", now);
        passes(Duration.ofMillis(100));
        sender.opened(3, 1, false, now);
        assertThat(((SendStep.Over) last()).failure()).contains(FeedFailure.OUT_OF_STEP);
    }

    @Test
    void aReceiverThatWantsMoreThanThereIsIsOutOfStep() {
        flowing();
        produce(0, 2);
        steps();
        sender.failed(1, Optional.empty(), "gone", now);
        passes(Duration.ofMillis(100));
        sender.opened(3, 3, false, now); // 2 is not whole yet
        assertThat(((SendStep.Over) last()).failure()).contains(FeedFailure.OUT_OF_STEP);
    }

    @Test
    void anAcknowledgementOfWhatWasNotSentBreaksTheConnection() {
        flowing();
        produce(0, 1);
        steps();
        sender.acknowledged(1, 2, now);
        assertThat(steps()).contains(new SendStep.HangUp());
        assertThat(sender.held()).as("nothing is forgotten").isEqualTo(200);
    }

    @Test
    void theHostIsToldOnceOfEachChange() {
        flowing();
        produce(0, 3);
        steps();
        sender.acknowledged(1, 1, now);
        sender.acknowledged(1, 2, now);
        sender.failed(1, Optional.empty(), "gone", now);
        steps();
        assertThat(done.stream().filter(SendStep.Say.class::isInstance))
                .containsExactly(
                        new SendStep.Say(Phase.ON, Optional.empty()),
                        new SendStep.Say(Phase.INTERRUPTED, Optional.of("gone")));
    }

    @Test
    void theEndComesOnceAllIsAcknowledgedAndTold() {
        flowing();
        produce(0, 1);
        sender.took(new Take("Ana", 0));
        sender.end(Duration.ofSeconds(20), now);
        assertThat(finished(steps())).containsExactly(0L, 1L);
        sender.acknowledged(1, 2, now);
        assertThat(steps()).as("a take is not told yet").isEmpty();
        sender.told(1, now);
        assertThat(steps()).containsExactly(new SendStep.End(1));
        sender.ended(1);
        assertThat(last()).isEqualTo(new SendStep.Over(Optional.empty(), ""));
    }

    @Test
    void aTailThatIsNotTakenInTimeIsGivenUpInWords() {
        flowing();
        produce(0, 1);
        steps();
        sender.end(Duration.ofSeconds(5), now);
        passes(Duration.ofSeconds(5));
        assertThat(((SendStep.Over) last()).failure()).contains(FeedFailure.TAIL_LOST);
    }

    @Test
    void aReceiverThatNeverAnswersIsAskedAgain() {
        sender.open(now);
        passes(Duration.ofSeconds(7));
        assertThat(done.stream().filter(SendStep.Open.class::isInstance)).hasSize(4);
        assertThat(phase()).isEqualTo(Phase.STARTING);
    }

    @Test
    void takesAreToldInOrderEachUntilItIsKnown() {
        Take ana = new Take("Ana", 0);
        Take bo = new Take("Bo", 90_000);
        sender.took(ana);
        flowing();
        sender.took(bo);
        assertThat(steps()).isEmpty();
        assertThat(done).contains(new SendStep.Tell(1, ana));
        sender.untold(1, now);
        passes(Duration.ofSeconds(2));
        assertThat(last()).isEqualTo(new SendStep.Tell(2, ana));
        sender.told(1, now); // the answer to the first try, late
        assertThat(steps()).isEmpty();
        sender.told(2, now);
        assertThat(steps()).containsExactly(new SendStep.Tell(3, bo));
    }

    @Test
    void whoResumesBeginsWhereTheSessionStandsAndSendsNoHeader() {
        sender = new Sending(limits(100_000, 3));
        sender.resume(now);
        sender.opened(1, 7, true, now);
        produce(7, 9);
        assertThat(finished(steps())).containsExactly(7L, 8L);
        assertThat(done).doesNotContain(new SendStep.Header(1));
        sender.failed(1, Optional.empty(), "gone", now);
        passes(Duration.ofMillis(100));
        sender.opened(3, 6, true, now);
        assertThat(((SendStep.Over) last()).failure()).contains(FeedFailure.OUT_OF_STEP);
    }

    @Test
    void aProgramWithoutAPictureEndsToo() {
        sender.open(now);
        sender.opened(1, 0, false, now);
        sender.end(Duration.ofSeconds(5), now);
        assertThat(last()).isEqualTo(new SendStep.End(1));
    }

    @Test
    void whatMemoryDoesNotHoldGoesToDiskNewestFirstAndComesBackWhenItIsSent() {
        sender = new Sending(limits(250, 2));
        sender.open(now);
        sender.header(now);
        produce(0, 5);
        assertThat(steps().stream().filter(SendStep.Store.class::isInstance))
                .extracting(step -> ((SendStep.Store) step).number())
                .containsExactly(2L, 3L, 4L);
        for (long number = 2; number <= 4; number++) {
            sender.stored(number);
        }
        assertThat(sender.held()).isEqualTo(300);
        sender.opened(1, 0, false, now);
        sender.headerTaken(1, now);
        assertThat(finished(steps())).containsExactly(0L, 1L);
        assertThat(last()).isEqualTo(new SendStep.Load(1, 2));
        sender.loaded(1, 2, BYTES, now);
        sender.acknowledged(1, 2, now);
        assertThat(finished(steps())).containsExactly(2L);
        sender.acknowledged(1, 3, now);
        assertThat(steps()).contains(new SendStep.Discard(2));
    }

    @Test
    void whatIsBeingSentIsNotTakenOutOfMemory() {
        sender = new Sending(limits(50, 8));
        flowing();
        produce(0, 0);
        steps();
        sender.append(BYTES, now);
        assertThat(sender.steps()).hasSize(1); // the connection has not taken it yet
        sender.begin(1, now);
        assertThat(sender.steps()).as("half of it is sent").isEmpty();
        sender.ready(1, now);
        assertThat(finished(steps())).containsExactly(0L);
    }

    @Test
    void whatBeganToBeSentWhileTheDiskWroteStaysInMemory() {
        sender = new Sending(limits(50, 8));
        sender.open(now);
        sender.header(now);
        produce(0, 2);
        steps();
        sender.opened(1, 0, false, now);
        sender.headerTaken(1, now);
        assertThat(finished(steps())).containsExactly(0L, 1L);
        sender.stored(1); // sent meanwhile
        assertThat(sender.held()).isEqualTo(300);
        sender.acknowledged(1, 2, now);
        assertThat(steps()).contains(new SendStep.Discard(1));
    }

    @Test
    void aFileThatIsWrittenAfterItsSegmentWasAcknowledgedIsDiscarded() {
        sender = new Sending(limits(50, 8));
        sender.open(now);
        sender.header(now);
        produce(0, 2);
        sender.opened(1, 0, false, now);
        sender.headerTaken(1, now);
        steps();
        sender.acknowledged(1, 2, now);
        steps();
        sender.stored(1);
        assertThat(steps()).containsExactly(new SendStep.Discard(1));
    }

    @Test
    void aDiskThatFailsAndOneThatNeverAnswersEndItInWords() {
        for (boolean answers : new boolean[] {true, false}) {
            sender = new Sending(limits(250, 2));
            sender.open(now);
            for (long number = 0; !sender.isOver() && number < 1000; number++) {
                produce(number, number);
                for (SendStep step : sender.steps()) {
                    done.add(step);
                    if (answers && step instanceof SendStep.Store store) {
                        sender.notStored(store.number());
                    }
                }
                now += SECOND;
            }
            assertThat(((SendStep.Over) last()).failure()).contains(FeedFailure.NO_ROOM);
        }
    }

    @Test
    void aDiskThatWorksAgainIsUsedAgain() {
        sender = new Sending(limits(250, 2));
        sender.open(now);
        produce(0, 3);
        steps();
        sender.notStored(2);
        produce(4, 4);
        steps();
        sender.stored(3);
        produce(5, 30);
        for (int i = 4; i < 30; i++) {
            sender.stored(i);
        }
        assertThat(sender.isOver()).isFalse();
    }

    @Test
    void aFragmentWithoutASegmentIsAMistakeOfTheOwner() {
        flowing();
        assertThatThrownBy(() -> sender.append(BYTES, now))
                .isInstanceOf(IllegalStateException.class);
    }
}

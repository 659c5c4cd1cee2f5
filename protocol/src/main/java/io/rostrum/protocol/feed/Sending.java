package io.rostrum.protocol.feed;

import io.rostrum.protocol.feed.SendStep.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings the segments of one program to a receiver and keeps them until acknowledged: the whole
 * sender of a feed but for its sockets, files and clock.
 *
 * <p>Every verb takes the time in nanoseconds and is followed by {@link #steps}, which says what to
 * do in that order; {@link #tick} is due at {@link #wakeAt}. After any failure that may pass it
 * backs off, resumes, and sends again from where the receiver says. Confined to one thread.
 */
public final class Sending {
    private static final long NEVER = Long.MAX_VALUE;

    private enum Stage {
        IDLE,
        OPENING,
        /** The session is open, and what the header says is not known yet. */
        WAITING,
        HEADER,
        FLOWING,
        ENDING,
        PAUSED,
        OFF
    }

    private final SendLimits limits;
    private boolean resumes;
    private final Backlog backlog;
    private final Takes takes;
    private final Road road;
    private List<SendStep> steps = new ArrayList<>();
    private Stage stage = Stage.IDLE;
    private Optional<SendStep.Say> said = Optional.empty();

    /** Every break begins a new one, in which answers to older questions mean nothing. */
    private int attempt;

    /** When the stage has lasted too long, or the pause is over. */
    private long until = NEVER;

    private long pause;
    private boolean found;
    private boolean header;
    private boolean begun;
    private boolean ending;
    private long endBy = NEVER;
    private boolean everAcknowledged;
    private long acknowledged;

    /** The segments before that number are whole. */
    private long whole;

    private long produced;

    public Sending(SendLimits limits) {
        this.limits = limits;
        pause = limits.firstPause().toNanos();
        backlog = new Backlog(limits, this::emit);
        takes = new Takes(this::emit);
        road = new Road(limits, backlog, this::emit);
    }

    private void emit(SendStep step) {
        steps.add(step);
    }

    /** What is to be done since the last call, in order. */
    public List<SendStep> steps() {
        List<SendStep> all = steps;
        steps = new ArrayList<>();
        return all;
    }

    /** When {@link #tick} is due, in nanoseconds; Long.MAX_VALUE: never. */
    public long wakeAt() {
        if (isOver()) {
            return NEVER;
        }
        return Math.min(Math.min(until, endBy), Math.min(road.wakeAt(), takes.wakeAt()));
    }

    public boolean isOver() {
        return stage == Stage.OFF;
    }

    /** Bytes of segments in memory. */
    public long held() {
        return backlog.held();
    }

    /** Begins to send. */
    public void open(long now) {
        if (stage == Stage.IDLE) {
            connect(now);
        }
    }

    /**
     * Begins to send into a session that another sender left unfinished: the first answer says
     * where it stands, and the first segment has to be the one that comes next there.
     */
    public void resume(long now) {
        resumes = true;
        open(now);
    }

    /** The header is there, once, before the first segment. */
    public void header(long now) {
        header = true;
        if (stage == Stage.WAITING) {
            sendHeader(now);
        }
    }

    /** Begins the segment of that number; the one before is complete. */
    public void begin(long number, long now) {
        if (!isOver() && !ending) {
            backlog.complete(road.sending(), now);
            backlog.begin(number);
            whole = number;
            produced = number + 1;
            road.pump(now);
        }
    }

    /** One or more whole fragments of the segment that was begun last. */
    public void append(byte[] fragments, long now) {
        if (isOver() || ending) {
            return;
        }
        backlog.append(fragments);
        road.pump(now);
        if (backlog.overflows(now)) {
            fail(
                    FeedFailure.NO_ROOM,
                    "The streaming server cannot be reached, and neither memory nor disk holds"
                            + " more of the program.");
        }
    }

    /** Tells who came on air; kept until the receiver knows it, as the segments are. */
    public void took(Take take) {
        if (!isOver() && stage != Stage.ENDING) {
            takes.add(take);
        }
    }

    /** Delivers the rest, for at most that long, and ends the session. */
    public void end(Duration bound, long now) {
        if (isOver() || ending) {
            return;
        }
        ending = true;
        whole = produced;
        endBy = now + bound.toNanos();
        backlog.complete(road.sending(), now);
        say(Phase.STOPPING, Optional.empty());
        road.pump(now);
        endWhenDelivered(now);
    }

    /** Ends at once, for a failure on our side; the owner knows which. */
    public void abort() {
        if (!isOver()) {
            finish(Optional.empty(), "");
        }
    }

    /**
     * The session is open.
     *
     * @param next the segment that the receiver wants
     * @param hasHeader whether it has the header from the sender of before; heeded the first time,
     *     and only by who resumes
     */
    public void opened(int of, long next, boolean hasHeader, long now) {
        if (of != attempt || stage != Stage.OPENING) {
            return;
        }
        if (resumes && !found) {
            acknowledged = next;
            whole = next;
            produced = next;
            begun = hasHeader;
        }
        found = true;
        if (next < acknowledged || next > whole) {
            fail(
                    FeedFailure.OUT_OF_STEP,
                    "The streaming server wants segment "
                            + next
                            + " of the program, which is not kept here.");
            return;
        }
        acknowledge(next);
        if (begun) {
            flow(now);
        } else if (header) {
            sendHeader(now);
        } else {
            stay(Stage.WAITING, NEVER);
            endWhenDelivered(now);
        }
    }

    /** The receiver has the header. */
    public void headerTaken(int of, long now) {
        if (of == attempt && stage == Stage.HEADER) {
            flow(now);
        }
    }

    /** What was begun or written last was taken: the connection takes more. */
    public void ready(int of, long now) {
        if (of == attempt && stage == Stage.FLOWING) {
            road.ready(now);
        }
    }

    /** The receiver has stored everything before that segment. */
    public void acknowledged(int of, long next, long now) {
        if (of != attempt || stage != Stage.FLOWING) {
            return;
        }
        if (!road.acknowledged(next, now)) {
            pauseFor("The streaming server acknowledged what is not sent.", now);
            return;
        }
        acknowledge(next);
        pause = limits.firstPause().toNanos();
        everAcknowledged = true;
        if (!ending) {
            say(Phase.ON, Optional.empty());
        }
        road.pump(now);
        endWhenDelivered(now);
    }

    /** The take of that serial number is stored, or refused for good. */
    public void told(long serial, long now) {
        takes.done(serial);
        endWhenDelivered(now);
    }

    /** It was not; it is told again. */
    public void untold(long serial, long now) {
        takes.later(serial, now);
    }

    /** The session is ended. */
    public void ended(int of) {
        if (of == attempt && stage == Stage.ENDING) {
            finish(Optional.empty(), "");
        }
    }

    /** Something of that attempt went wrong: for good, or another attempt may do. */
    public void failed(int of, Optional<FeedFailure> lasting, String words, long now) {
        if (of != attempt || isOver()) {
            return;
        }
        if (lasting.isPresent()) {
            fail(lasting.get(), words);
        } else {
            pauseFor(words, now);
        }
    }

    /** That segment is on disk. */
    public void stored(long number) {
        if (!isOver()) {
            backlog.stored(number, road.sending());
        }
    }

    /** It is not: the disk is full, or fails. */
    public void notStored(long number) {
        backlog.notStored(number);
    }

    /** That segment, back from the disk. */
    public void loaded(int of, long number, byte[] whole, long now) {
        if (of == attempt && stage == Stage.FLOWING) {
            road.loaded(number, whole, now);
        }
    }

    /** What is due at that time. */
    public void tick(long now) {
        if (isOver()) {
            return;
        }
        if (now >= endBy) {
            fail(
                    FeedFailure.TAIL_LOST,
                    "The end of the program could not be delivered to the streaming server in"
                            + " time.");
            return;
        }
        takes.tick(now);
        if (now >= until) {
            expired(now);
        } else if (stage == Stage.FLOWING) {
            road.trouble(now).ifPresent(words -> pauseFor(words, now));
        }
    }

    private void expired(long now) {
        if (stage == Stage.PAUSED) {
            connect(now);
        } else {
            pauseFor("The streaming server does not answer.", now);
        }
    }

    private void connect(long now) {
        attempt++;
        ask(Stage.OPENING, new SendStep.Open(attempt), now);
    }

    private void sendHeader(long now) {
        ask(Stage.HEADER, new SendStep.Header(attempt), now);
    }

    private void ask(Stage next, SendStep question, long now) {
        stay(next, now + limits.patience().toNanos());
        emit(question);
    }

    private void stay(Stage next, long expires) {
        stage = next;
        until = expires;
    }

    private void flow(long now) {
        stay(Stage.FLOWING, NEVER);
        takes.open();
        road.open(attempt, acknowledged, now);
        endWhenDelivered(now);
    }

    private void acknowledge(long next) {
        acknowledged = Math.max(acknowledged, next);
        backlog.acknowledge(next);
    }

    private void endWhenDelivered(long now) {
        boolean delivered = stage == Stage.FLOWING && takes.isEmpty();
        if (ending && backlog.isEmpty() && (delivered || stage == Stage.WAITING)) {
            ask(Stage.ENDING, new SendStep.End(attempt), now);
        }
    }

    private void pauseFor(String words, long now) {
        attempt++;
        disconnect();
        stay(Stage.PAUSED, now + pause);
        pause = Math.min(pause * 2, limits.longestPause().toNanos());
        if (!ending) {
            Phase phase = everAcknowledged ? Phase.INTERRUPTED : Phase.STARTING;
            say(phase, Optional.of(words));
        }
    }

    private void disconnect() {
        takes.close();
        road.close();
        emit(new SendStep.HangUp());
    }

    private void fail(FeedFailure failure, String words) {
        finish(Optional.of(failure), words);
    }

    private void finish(Optional<FeedFailure> failure, String words) {
        attempt++;
        disconnect();
        backlog.clear();
        stay(Stage.OFF, NEVER);
        emit(new SendStep.Over(failure, words));
    }

    private void say(Phase phase, Optional<String> words) {
        SendStep.Say next = new SendStep.Say(phase, words);
        if (!said.equals(Optional.of(next))) {
            said = Optional.of(next);
            emit(next);
        }
    }
}

package io.rostrum.center.room;

import io.rostrum.center.account.Kept;
import io.rostrum.center.account.Traces;
import io.rostrum.center.account.Visitor;
import io.rostrum.protocol.signal.ChatState;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.DoorState;
import io.rostrum.protocol.signal.Knock;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.ServerMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How newcomers come in: at once, muted, after somebody let them, or not at all. */
final class Door {
    static final int MOST_WAITING = 30;
    static final int MOST_OF_ONE_NETWORK = 10;
    static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final Memory memory;
    private final Map<String, Presence.Waiting> waiting = new LinkedHashMap<>();
    private boolean closed;
    private boolean enterMuted;
    private int next = 1;

    Door(Memory memory, Kept kept) {
        this.memory = memory;
        closed = kept.closed();
        enterMuted = kept.enterMuted();
    }

    DoorState state() {
        return new DoorState(closed, enterMuted, memory.sentOut());
    }

    /** What of this outlives the room's stay in memory. */
    Kept kept(boolean locked, ChatState chat) {
        return new Kept(locked, closed, enterMuted, chat);
    }

    /**
     * Whether that newcomer has to wait.
     *
     * @throws Refusal where he was sent out
     */
    boolean holds(Visitor visitor, long nowNanos) {
        if (visitor.host()) {
            return false;
        }
        Memory.Verdict verdict = memory.of(visitor.traces(), nowNanos);
        checkRemoved(verdict);
        return closed || verdict.suspect();
    }

    /**
     * Lets encoders pass, for their token was given to them, but for those that were sent out.
     *
     * @throws Refusal where this one was
     */
    void checkEncoder(Traces traces, long nowNanos) {
        checkRemoved(memory.of(traces, nowNanos));
    }

    private static void checkRemoved(Memory.Verdict verdict) {
        if (verdict.removed()) {
            throw new Refusal(ProblemCode.REMOVED, "Ask the host to let you in again.");
        }
    }

    /** Lets somebody wait, who is told so. */
    void hold(Newcomer person, long nowNanos) {
        String network = person.visitor().traces().network();
        long neighbours =
                waiting.values().stream()
                        .filter(one -> one.person().visitor().traces().network().equals(network))
                        .count();
        if (waiting.size() >= MOST_WAITING || neighbours >= MOST_OF_ONE_NETWORK) {
            throw new Refusal(ProblemCode.NOT_ADMITTED, "Too many people wait at the door.");
        }
        String id = "w" + next++;
        waiting.put(id, new Presence.Waiting(id, person, nowNanos));
        person.client().send(new ServerMessage.Waiting());
    }

    /** Says how a newcomer's lines begin. */
    void mute(Member newcomer, long nowNanos) {
        Memory.Verdict verdict = memory.of(newcomer.traces(), nowNanos);
        boolean byDoor = enterMuted && !newcomer.host() && !newcomer.encoder;
        if (byDoor || verdict.audioMuted() && !newcomer.host()) {
            newcomer.muteByHost(Line.AUDIO, true);
        }
        if (verdict.videoMuted() && !newcomer.host()) {
            newcomer.muteByHost(Line.VIDEO, true);
        }
        if (verdict.silenced() && !newcomer.host()) {
            newcomer.muteByHost(Line.CHAT, true);
        }
    }

    /** Changes how people come in; gives those who waited and need not any more. */
    List<Presence.Waiting> set(ClientMessage.Door wanted) {
        Boolean close = wanted.closed();
        Boolean mute = wanted.enterMuted();
        closed = close == null ? closed : close;
        enterMuted = mute == null ? enterMuted : mute;
        if (close == null || close) {
            return List.of();
        }
        List<Presence.Waiting> all = List.copyOf(waiting.values());
        waiting.clear();
        return all;
    }

    /**
     * Takes somebody out of those who wait.
     *
     * @throws Refusal where nobody of that id waits
     */
    Presence.Waiting take(String id) {
        Presence.Waiting one = waiting.remove(id);
        if (one == null) {
            throw new Refusal(ProblemCode.UNKNOWN_PARTICIPANT, "Nobody of this id waits: " + id);
        }
        return one;
    }

    @SuppressWarnings("ReferenceEquality") // a connection is itself, whatever it says
    Presence.@Nullable Waiting of(Client client) {
        for (Presence.Waiting one : waiting.values()) {
            if (one.person().client() == client) {
                return one;
            }
        }
        return null;
    }

    /** Those who have waited for too long; they wait no more. */
    List<Presence.Waiting> overdue(long nowNanos) {
        List<Presence.Waiting> overdue = new ArrayList<>(waiting.values());
        overdue.removeIf(one -> nowNanos - one.since() < LONGEST_WAIT.toNanos());
        overdue.forEach(one -> waiting.remove(one.id()));
        return overdue;
    }

    /** All who wait; nobody does afterwards. */
    List<Presence.Waiting> clear() {
        List<Presence.Waiting> all = List.copyOf(waiting.values());
        waiting.clear();
        return all;
    }

    ServerMessage.Knocks knocks() {
        return new ServerMessage.Knocks(
                waiting.values().stream()
                        .map(one -> new Knock(one.id(), one.person().name()))
                        .toList());
    }

    boolean somebodyWaits() {
        return !waiting.isEmpty();
    }
}

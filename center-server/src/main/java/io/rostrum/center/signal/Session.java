package io.rostrum.center.signal;

import io.rostrum.center.account.Visitor;
import io.rostrum.center.net.Toll;
import io.rostrum.center.room.Refusal;
import io.rostrum.center.room.RoomProxy;
import io.rostrum.gate.Dear;
import io.rostrum.gate.Gate;
import io.rostrum.http.Later;
import io.rostrum.net.FaultLog;
import io.rostrum.protocol.json.BadMessage;
import io.rostrum.protocol.json.ClientMessageReader;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.Problem;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.ServerMessage;
import io.vertx.core.Future;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one client says, from its first message to the end of its connection. Confined to the loop
 * of the socket, on which it is made.
 */
final class Session {
    private static final FaultLog FAULTS =
            new FaultLog(System.getLogger(Session.class.getName()), System::nanoTime);
    private static final short POLICY_VIOLATION = 1008;
    private static final short INTERNAL = 1011;

    private final SocketClient client;
    private final Entrance entrance;
    private final Gate gate;
    private final Witness witness;
    private final Runnable inside;
    private final LongSupplier nanoClock;
    private final Allowance messages;
    private final Allowance badMessages;
    private final long home = Thread.currentThread().threadId();
    private long lastHeard;
    private boolean joined;

    /**
     * Since the first join; what is asked meanwhile waits for it. A later join that is refused
     * takes nobody out of it.
     */
    private @Nullable Future<RoomProxy> room;

    /**
     * @param inside told when he has come into his room
     */
    Session(
            SocketClient client,
            Entrance entrance,
            SignalSettings settings,
            Gate gate,
            Witness witness,
            Runnable inside,
            LongSupplier nanoClock) {
        this.client = client;
        this.entrance = entrance;
        this.gate = gate;
        this.witness = witness;
        this.inside = inside;
        this.nanoClock = nanoClock;
        long now = nanoClock.getAsLong();
        lastHeard = now;
        messages = new Allowance(settings.messagesPerSecond(), settings.burst(), now);
        int bad = SignalSettings.BAD_MESSAGES - 1;
        badMessages = new Allowance((double) bad / SignalSettings.BAD_WITHIN.toSeconds(), bad, now);
    }

    void onText(String text) {
        onHeard();
        if (!messages.take(lastHeard)) {
            client.end(POLICY_VIOLATION, "too many messages");
            return;
        }
        try {
            onMessage(ClientMessageReader.read(text));
        } catch (BadMessage bad) {
            refuse(bad.ref(), Problem.of(ProblemCode.BAD_MESSAGE, bad.detail()));
        } catch (RuntimeException | Error why) {
            onFault(why);
        }
    }

    private void onMessage(ClientMessage message) {
        Future<Boolean> done =
                switch (message) {
                    case ClientMessage.Join join -> join(join);
                    case ClientMessage.Request request -> ask(request).map(true);
                };
        var _ =
                done.onComplete(
                        Later.answer(
                                (Boolean carriedOut) -> answer(message, carriedOut),
                                why -> refuse(message, why)));
    }

    /** Paid for before the offer is read, whatever becomes of it. */
    private Future<Boolean> join(ClientMessage.Join join) {
        long wait = gate.spend(client.network(), Dear.ENTRY);
        if (wait > 0) {
            return Future.failedFuture(
                    new Refusal(
                            ProblemCode.TOO_MANY_REQUESTS,
                            Toll.words(wait),
                            Math.toIntExact(wait)));
        }
        Future<Visitor> visitor = entrance.visitor(join);
        Future<RoomProxy> found = visitor.compose(verified -> entrance.room());
        Future<RoomProxy> before = room;
        room = before == null ? found : found.recover(outside -> before);
        return found.compose(to -> visitor.compose(who -> to.join(client, who, join)));
    }

    private Future<Void> ask(ClientMessage.Request request) {
        Future<RoomProxy> in = room;
        return in == null
                ? notJoined()
                : in.compose(of -> of.say(client, request), outside -> notJoined());
    }

    private static Future<Void> notJoined() {
        return Future.failedFuture(
                new Refusal(ProblemCode.NOT_JOINED, "The first message is a join."));
    }

    /**
     * @param done false for who waits: he is answered later
     */
    private void answer(ClientMessage message, boolean done) {
        assert Thread.currentThread().threadId() == home : "off the socket's loop";
        if (message instanceof ClientMessage.Join && !joined) {
            joined = true;
            inside.run();
        }
        witness.done(message);
        String ref = message.ref();
        if (ref != null && done) {
            client.send(new ServerMessage.Done(ref));
        }
        if (message instanceof ClientMessage.Leave) {
            client.close();
        }
    }

    private void refuse(ClientMessage message, Throwable why) {
        assert Thread.currentThread().threadId() == home : "off the socket's loop";
        if (!(why instanceof Refusal refusal)) {
            onFault(why);
            return;
        }
        witness.refused(refusal.code());
        refuse(message.ref(), refusal.problem());
        if (refusal.code() == ProblemCode.UNKNOWN_ROOM) {
            client.close();
        }
    }

    /** Whatever waits for an answer here gets the end of the connection, and can come back. */
    private void onFault(Throwable why) {
        FAULTS.tell("a message was not carried out", why);
        client.end(INTERNAL, "internal error");
    }

    private void refuse(@Nullable String ref, Problem problem) {
        client.send(new ServerMessage.Refused(ref, problem));
        if (problem.type().equals(ProblemCode.BAD_MESSAGE.type())
                && !badMessages.take(nanoClock.getAsLong())) {
            client.end(POLICY_VIOLATION, "too many bad messages");
        }
    }

    /** Ends a connection that asked for nothing in time. */
    void onJoinDue() {
        if (!joined) {
            client.end(POLICY_VIOLATION, "no join came");
        }
    }

    void onHeard() {
        lastHeard = nanoClock.getAsLong();
    }

    boolean silentFor(long nanos) {
        return nanoClock.getAsLong() - lastHeard >= nanos;
    }

    void onClosed() {
        Future<RoomProxy> in = room;
        if (in != null) {
            var _ = in.compose(of -> of.disconnect(client));
        }
    }
}

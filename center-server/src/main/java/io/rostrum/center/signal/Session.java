package io.rostrum.center.signal;

import io.rostrum.center.room.Refusal;
import io.rostrum.center.room.RoomProxy;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.Problem;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.ServerMessage;
import io.vertx.core.AsyncResult;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one client says, from its first message to the end of its connection. Confined to the loop
 * of the socket, on which it is made.
 */
final class Session {
    private static final System.Logger LOG = System.getLogger(Session.class.getName());
    private static final short POLICY_VIOLATION = 1008;

    private final SocketClient client;
    private final @Nullable RoomProxy room;
    private final LongSupplier nanoClock;
    private final Allowance messages;
    private final Allowance badMessages;
    private final long home = Thread.currentThread().threadId();
    private long lastHeard;

    Session(
            SocketClient client,
            @Nullable RoomProxy room,
            SignalSettings settings,
            LongSupplier nanoClock) {
        this.client = client;
        this.room = room;
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
        }
    }

    private void onMessage(ClientMessage message) {
        if (room == null) {
            refuse(
                    message.ref(),
                    Problem.of(ProblemCode.UNKNOWN_ROOM, "Check the link: it leads nowhere."));
            client.close();
        } else {
            var _ = room.say(client, message).onComplete(said -> answer(message, said));
        }
    }

    private void answer(ClientMessage message, AsyncResult<Void> said) {
        assert Thread.currentThread().threadId() == home : "off the socket's loop";
        String ref = message.ref();
        if (said.succeeded()) {
            if (ref != null) {
                client.send(new ServerMessage.Done(ref));
            }
            if (message instanceof ClientMessage.Leave) {
                client.close();
            }
        } else if (said.cause() instanceof Refusal refusal) {
            refuse(ref, refusal.problem());
        } else {
            LOG.log(System.Logger.Level.ERROR, "a message was not carried out", said.cause());
            client.end((short) 1011, "internal error");
        }
    }

    private void refuse(@Nullable String ref, Problem problem) {
        client.send(new ServerMessage.Refused(ref, problem));
        if (problem.type().equals(ProblemCode.BAD_MESSAGE.type())
                && !badMessages.take(nanoClock.getAsLong())) {
            client.end(POLICY_VIOLATION, "too many bad messages");
        }
    }

    void onHeard() {
        lastHeard = nanoClock.getAsLong();
    }

    boolean silentFor(long nanos) {
        return nanoClock.getAsLong() - lastHeard >= nanos;
    }

    void onClosed() {
        if (room != null) {
            var _ = room.disconnect(client);
        }
    }
}

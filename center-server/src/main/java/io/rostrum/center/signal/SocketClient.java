package io.rostrum.center.signal;

import io.rostrum.center.room.Circular;
import io.rostrum.center.room.Client;
import io.rostrum.gate.Network;
import io.rostrum.http.Farewell;
import io.rostrum.protocol.json.ServerMessageWriter;
import io.rostrum.protocol.signal.ServerMessage;
import io.vertx.core.http.ServerWebSocket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A participant at the other end of a WebSocket; from any thread. */
final class SocketClient implements Client {
    /** What may wait for a slow client before it is sent away. */
    static final int MOST_WAITING = 512;

    /** The same in characters: a busy chat in a room of many is long. */
    static final int MOST_CHARACTERS = 1 << 20;

    /** With more than that on its way a still is left out: the next one comes. */
    private static final int CHARACTERS_BEFORE_STILLS = MOST_CHARACTERS / 4;

    private static final short NORMAL = 1000;
    private static final short TRY_AGAIN_LATER = 1013;

    private final ServerWebSocket socket;
    private final Network network;
    private final SocketMeters meters;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger characters = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();

    SocketClient(ServerWebSocket socket, Network network, SocketMeters meters) {
        this.meters = meters;
        this.socket = socket;
        this.network = network;
    }

    /** From where he came. */
    Network network() {
        return network;
    }

    @Override
    public void send(ServerMessage message) {
        write(ServerMessageWriter.write(message));
    }

    @Override
    public void send(Circular circular) {
        if (circular.message() instanceof ServerMessage.Levels && waiting.get() > 1) {
            meters.onLevelsSkipped();
            return;
        }
        if (circular.message() instanceof ServerMessage.Still
                && characters.get() > CHARACTERS_BEFORE_STILLS) {
            meters.onStillSkipped();
            return;
        }
        write(circular.text(ServerMessageWriter::write));
    }

    private void write(String text) {
        if (ended.get()) {
            return;
        }
        int length = text.length();
        if (waiting.incrementAndGet() > MOST_WAITING
                || characters.addAndGet(length) > MOST_CHARACTERS) {
            if (end(TRY_AGAIN_LATER, "too slow")) {
                meters.onTooSlow();
            }
            return;
        }
        var _ = socket.writeTextMessage(text).onComplete(written -> onWritten(length));
    }

    private void onWritten(int length) {
        waiting.decrementAndGet();
        characters.addAndGet(-length);
    }

    @Override
    public void close() {
        end(NORMAL, "");
    }

    /** Sends him away to make place for somebody else. */
    void giveWay() {
        if (end(TRY_AGAIN_LATER, "others wait too")) {
            meters.onGaveWay();
        }
    }

    /** Ends the connection, within bounds; false where that was decided before. */
    boolean end(short code, String reason) {
        boolean first = ended.compareAndSet(false, true);
        if (first) {
            Farewell.say(socket, code, reason);
        }
        return first;
    }
}

package io.rostrum.center.room;

import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.signal.ServerMessage;
import java.util.ArrayList;
import java.util.List;

/** The other end of a participant's connection: remembers what it was told. */
final class FakeClient implements Client {
    final List<ServerMessage> told = new ArrayList<>();
    boolean closed;
    boolean broken;

    /** Where he is. */
    String network = "192.0.2.1";

    @Override
    public void send(ServerMessage message) {
        if (closed) {
            throw new AssertionError("told after the end: " + message);
        }
        if (broken) {
            throw new IllegalStateException("a socket that fails");
        }
        told.add(message);
    }

    @Override
    public void close() {
        closed = true;
    }

    <M> List<M> all(Class<M> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <M> M last(Class<M> type) {
        return all(type).getLast();
    }

    String you() {
        return last(ServerMessage.Joined.class).you();
    }

    String seat() {
        return last(ServerMessage.Joined.class).seat();
    }

    RoomState room() {
        return last(ServerMessage.Room.class).room();
    }

    ServerMessage.View view() {
        return last(ServerMessage.View.class);
    }
}

package io.rostrum.center.room;

import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.signal.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The other end of a participant's connection: remembers what it was told. */
final class FakeClient implements Client {
    final List<ServerMessage> told = new ArrayList<>();
    private @Nullable RoomState room;
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
        follow(message);
    }

    /** What the room looks like to him: all of it at first, then by differences alone. */
    private void follow(ServerMessage message) {
        switch (message) {
            case ServerMessage.Joined joined -> room = joined.room();
            case ServerMessage.Room whole -> room = whole.room();
            case ServerMessage.Change change -> room = change.change().applied(room());
            default -> {} // says nothing of the room
        }
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
        return Objects.requireNonNull(room, "he was told nothing of the room");
    }

    ServerMessage.View view() {
        return last(ServerMessage.View.class);
    }
}

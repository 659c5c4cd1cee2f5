package io.rostrum.center.room;

import io.rostrum.protocol.signal.ServerMessage;

/** A participant's signalling connection, as the room needs it. */
public interface Client {
    void send(ServerMessage message);

    /** The same, of what others are told too. */
    default void send(Circular circular) {
        send(circular.message());
    }

    /** Ends the connection when all that was sent is out. */
    void close();

    /** The connection of somebody who has none: an encoder. */
    static Client none() {
        return new Client() {
            @Override
            public void send(ServerMessage message) {}

            @Override
            public void close() {}
        };
    }
}

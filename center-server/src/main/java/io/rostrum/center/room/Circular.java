package io.rostrum.center.room;

import io.rostrum.protocol.signal.ServerMessage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One message to many: the first connection that sends it makes its text, the others take that.
 * Confined to the room's thread.
 */
public final class Circular {
    private final ServerMessage message;
    private @Nullable String text;

    public Circular(ServerMessage message) {
        this.message = message;
    }

    public ServerMessage message() {
        return message;
    }

    /** How it is written, which is found out once. */
    public String text(Function<ServerMessage, String> writer) {
        String known = text;
        if (known == null) {
            known = writer.apply(message);
            text = known;
        }
        return known;
    }
}

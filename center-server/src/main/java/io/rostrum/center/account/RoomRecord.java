package io.rostrum.center.account;

import io.rostrum.center.account.Visitor.Secret;
import io.rostrum.protocol.signal.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stays of a room.
 *
 * @param createdAt ISO 8601, UTC
 */
public record RoomRecord(
        String id, String title, SecretHash hostKey, SecretHash encoderToken, String createdAt) {
    public RoomRecord {
        if (id == null || title == null || hostKey == null || encoderToken == null) {
            throw new IllegalArgumentException("a room has an id, a title and two hashes");
        }
    }

    public boolean opensAsHost(String key) {
        return hostKey.matches(key);
    }

    public boolean opensForEncoder(String token) {
        return encoderToken.matches(token);
    }

    /** Who comes with a browser; empty where his key does not open this room. */
    public Optional<Visitor> client(@Nullable String key, Traces traces) {
        if (key == null) {
            return Optional.of(Visitor.guest(traces));
        }
        return opensAsHost(key)
                ? Optional.of(new Visitor(Role.HOST, Secret.HOST_KEY, traces))
                : Optional.empty();
    }

    /** Who comes with an encoder; empty where his token does not open this room. */
    public Optional<Visitor> encoder(String token, Traces traces) {
        if (opensForEncoder(token)) {
            return Optional.of(new Visitor(Role.PARTICIPANT, Secret.ENCODER_TOKEN, traces));
        }
        return opensAsHost(token)
                ? Optional.of(new Visitor(Role.PARTICIPANT, Secret.HOST_KEY, traces))
                : Optional.empty();
    }
}

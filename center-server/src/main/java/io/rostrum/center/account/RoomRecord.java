package io.rostrum.center.account;

import io.rostrum.center.room.Keys;

/**
 * What stays of a room.
 *
 * @param createdAt ISO 8601, UTC
 */
public record RoomRecord(
        String id, String title, SecretHash hostKey, SecretHash encoderToken, String createdAt)
        implements Keys {
    @Override
    public boolean opensAsHost(String key) {
        return hostKey.matches(key);
    }

    @Override
    public boolean opensForEncoder(String token) {
        return encoderToken.matches(token);
    }
}

package io.rostrum.streaming.access;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How a channel may be watched. Immutable.
 *
 * @param revision goes up with every change; rights that were given before are void then
 * @param password null where only invitations open it
 */
public record ChannelAccess(Visibility visibility, long revision, @Nullable Password password) {
    /** Of a channel whose host never said anything. */
    public static final ChannelAccess OPEN = new ChannelAccess(Visibility.PUBLIC, 0, null);

    /** The same for nobody: what opened it opens it no more. */
    public ChannelAccess closed() {
        return new ChannelAccess(Visibility.PRIVATE, revision + 1, null);
    }

    /** Blocking, for tens of milliseconds where there is a new password. */
    public ChannelAccess changed(AccessChange change) {
        Password next =
                switch (change.password()) {
                    case AccessChange.Keep keep -> password;
                    case AccessChange.Remove remove -> null;
                    case AccessChange.Set set -> Password.of(set.text());
                };
        return new ChannelAccess(change.visibility(), revision + 1, next);
    }

    /** Takes as long without a password as with one. Blocking, for tens of milliseconds. */
    public boolean opensWith(String given) {
        Password kept = password;
        return (kept == null ? Password.NONE : kept).matches(given);
    }

    public boolean hasPassword() {
        return password != null;
    }

    /** As it is kept. */
    public JsonObject toJson() {
        return new JsonObject()
                .put("visibility", visibility.wire())
                .put("revision", revision)
                .put("password", password == null ? null : password.toJson());
    }

    /**
     * Reads what was kept.
     *
     * @throws RuntimeException when it is something else
     */
    public static ChannelAccess of(JsonObject json) {
        JsonObject password = json.getJsonObject("password");
        return new ChannelAccess(
                Visibility.of(json.getString("visibility")).orElseThrow(),
                json.getLong("revision"),
                password == null ? null : Password.of(password));
    }

    @Override
    public String toString() {
        return "ChannelAccess[" + visibility + ", revision " + revision + "]";
    }
}

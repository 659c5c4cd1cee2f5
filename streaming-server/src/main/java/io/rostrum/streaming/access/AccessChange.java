package io.rostrum.streaming.access;

import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.vertx.core.json.JsonObject;

/** What a host wants of his channel. */
public record AccessChange(Visibility visibility, PasswordChange password) {
    private static final int SHORTEST = 8;

    /** What becomes of the password. */
    public sealed interface PasswordChange {}

    /** It stays, if there is one. */
    public record Keep() implements PasswordChange {}

    /** There is none from now on. */
    public record Remove() implements PasswordChange {}

    /** There is another one. */
    public record Set(String text) implements PasswordChange {
        @Override
        public String toString() {
            return "Set[]";
        }
    }

    /**
     * Reads the body of a PUT.
     *
     * @throws Refusal 400 where it is something else
     */
    public static AccessChange read(JsonObject json) {
        Visibility visibility =
                json.getValue("visibility") instanceof String text
                        ? Visibility.of(text).orElse(null)
                        : null;
        if (visibility == null) {
            throw new Refusal(Problem.badRequest("visibility is public, unlisted or private."));
        }
        return new AccessChange(visibility, password(json));
    }

    private static PasswordChange password(JsonObject json) {
        if (!json.containsKey("password")) {
            return new Keep();
        }
        return switch (json.getValue("password")) {
            case null -> new Remove();
            case String text when text.length() >= SHORTEST && text.length() <= Password.LONGEST ->
                    new Set(text);
            default ->
                    throw new Refusal(
                            Problem.badRequest(
                                    "A password has "
                                            + SHORTEST
                                            + " to "
                                            + Password.LONGEST
                                            + " characters."));
        };
    }
}

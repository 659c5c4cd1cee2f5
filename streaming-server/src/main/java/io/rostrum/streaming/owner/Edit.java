package io.rostrum.streaming.owner;

import io.rostrum.protocol.text.Words;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.timeline.Session;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a host changes of a recording.
 *
 * @param title null: as it is
 * @param description null: as it is
 * @param visibility null: as it is
 */
record Edit(@Nullable String title, @Nullable String description, @Nullable Visibility visibility) {
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_DESCRIPTION = 4000;

    /**
     * Reads the body of a PATCH.
     *
     * @throws Refusal 400 where it is something else
     */
    static Edit read(JsonObject json) {
        String title = text(json, "title", LONGEST_TITLE);
        String description = text(json, "description", LONGEST_DESCRIPTION);
        return new Edit(
                title == null ? null : Words.line(title),
                description == null ? null : Words.lines(description),
                visibility(json));
    }

    private static @Nullable String text(JsonObject json, String name, int longest) {
        if (!json.containsKey(name)) {
            return null;
        }
        if (!(json.getValue(name) instanceof String text) || text.length() > longest) {
            throw new Refusal(
                    Problem.badRequest(name + " is a text of at most " + longest + " characters."));
        }
        return text;
    }

    private static @Nullable Visibility visibility(JsonObject json) {
        if (!json.containsKey("visibility")) {
            return null;
        }
        Visibility visibility =
                json.getValue("visibility") instanceof String text
                        ? Visibility.of(text).orElse(null)
                        : null;
        if (visibility == null) {
            throw new Refusal(Problem.badRequest("visibility is public, unlisted or private."));
        }
        return visibility;
    }

    Session of(Session session) {
        Session edited =
                session.worded(
                        title == null ? session.title() : title,
                        description == null ? session.description() : description);
        return visibility == null ? edited : edited.seenBy(visibility);
    }
}

package io.rostrum.streaming.layer;

import io.rostrum.protocol.text.Words;
import io.rostrum.streaming.captions.Language;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.timeline.Layer;
import io.rostrum.streaming.timeline.Shown;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a host wants to be shown from now on; what he does not say stays. Pure. */
final class LayerChange {
    private static final Set<String> FIELDS =
            Set.of("names", "clock", "logo", "titles", "question", "caption");

    private LayerChange() {}

    /**
     * @throws Refusal 400 where it is something else
     */
    static List<Shown> read(JsonObject json) {
        if (!FIELDS.containsAll(json.fieldNames())) {
            throw new Refusal(
                    Problem.badRequest(
                            "A layer has names, clock, logo, titles, question, caption."));
        }
        List<Shown> change = new ArrayList<>();
        if (json.containsKey("names")) {
            change.add(new Shown.Names(on(json, "names")));
        }
        if (json.containsKey("clock")) {
            change.add(new Shown.Clock(on(json, "clock")));
        }
        if (json.containsKey("logo")) {
            change.add(new Shown.Logo(line(json.getValue("logo"), "logo", Shown.LONGEST_MARK)));
        }
        if (json.containsKey("titles")) {
            titles(json.getValue("titles"), change);
        }
        if (json.containsKey("question")) {
            change.add(question(json.getValue("question")));
        }
        if (json.containsKey("caption")) {
            change.add(caption(json.getValue("caption")));
        }
        return change;
    }

    private static Shown caption(@Nullable Object value) {
        if (!(value instanceof JsonObject said)) {
            throw new Refusal(Problem.badRequest("caption is a text and its language."));
        }
        Language language =
                Language.parse(line(said.getValue("language"), "a language", Shown.LONGEST_MARK))
                        .orElseThrow(() ->
                                new Refusal(
                                        Problem.badRequest("A language is a tag as en or zh-CN.")));
        String text = line(said.getValue("text"), "a caption", Shown.LONGEST_LINE);
        return new Shown.Caption(text, language.tag());
    }

    private static boolean on(JsonObject json, String name) {
        if (json.getValue(name) instanceof Boolean on) {
            return on;
        }
        throw new Refusal(Problem.badRequest(name + " is true or false."));
    }

    private static void titles(@Nullable Object value, List<Shown> change) {
        if (!(value instanceof JsonObject titles) || titles.size() > Layer.MOST_TITLES) {
            throw new Refusal(
                    Problem.badRequest(
                            "titles are those of at most " + Layer.MOST_TITLES + " names."));
        }
        for (String name : titles.fieldNames()) {
            change.add(
                    new Shown.Title(
                            line(name, "a name", Shown.LONGEST_LINE),
                            line(titles.getValue(name), "a title", Shown.LONGEST_LINE)));
        }
    }

    private static Shown question(@Nullable Object value) {
        if (value == null) {
            return new Shown.Question("", "");
        }
        if (!(value instanceof JsonObject asked)) {
            throw new Refusal(Problem.badRequest("question is an object, or null for none."));
        }
        return new Shown.Question(
                line(asked.getValue("text"), "a question", Shown.LONGEST_QUESTION),
                line(asked.getValue("name"), "a name", Shown.LONGEST_LINE));
    }

    /** Null is nothing. */
    private static String line(@Nullable Object value, String what, int longest) {
        if (value == null) {
            return "";
        }
        if (!(value instanceof String text) || text.length() > longest) {
            throw new Refusal(
                    Problem.badRequest(what + " is a text of at most " + longest + " characters."));
        }
        return Words.line(text);
    }
}

package io.rostrum.streaming.timeline;

import io.vertx.core.json.JsonObject;

/**
 * A change of the layer above the picture.
 *
 * @param at in 1/90000 s since the session began
 */
public record LayerEvent(long at, Shown what) {
    public LayerEvent {
        if (at < 0) {
            throw new IllegalArgumentException("before the program: " + at);
        }
    }

    /** Without its time. */
    public JsonObject toJson() {
        return switch (what) {
            case Shown.Picture picture -> json("picture").put("name", picture.name());
            case Shown.Names names -> json("names").put("on", names.on());
            case Shown.Title title ->
                    json("title").put("name", title.name()).put("title", title.title());
            case Shown.Clock clock -> json("clock").put("on", clock.on());
            case Shown.Logo logo ->
                    json("logo").put("text", logo.text()).put("picture", logo.picture());
            case Shown.Caption caption ->
                    json("caption").put("text", caption.text()).put("language", caption.language());
            case Shown.Question question ->
                    json("question").put("text", question.text()).put("name", question.name());
        };
    }

    private static JsonObject json(String kind) {
        return new JsonObject().put("show", kind);
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws RuntimeException where it is something else
     */
    static LayerEvent of(long at, JsonObject json) {
        return new LayerEvent(at, shown(json));
    }

    private static Shown shown(JsonObject json) {
        String kind = json.getString("show", "");
        return switch (kind) {
            case "picture" -> new Shown.Picture(json.getString("name"));
            case "names" -> new Shown.Names(json.getBoolean("on"));
            case "title" -> new Shown.Title(json.getString("name"), json.getString("title"));
            case "clock" -> new Shown.Clock(json.getBoolean("on"));
            case "caption" -> new Shown.Caption(json.getString("text"), json.getString("language"));
            case "logo" -> new Shown.Logo(json.getString("text"), json.getString("picture", ""));
            case "question" -> new Shown.Question(json.getString("text"), json.getString("name"));
            default -> throw new IllegalArgumentException("unknown: " + kind);
        };
    }
}

package io.rostrum.streaming.layer;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.timeline.Layer;
import io.rostrum.streaming.timeline.LayerEvent;
import io.rostrum.streaming.timeline.Shown;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The layer as players and hosts read it. Pure. */
final class LayerJson {
    private LayerJson() {}

    /** Changes in the order in which they were told, by seconds of the program. */
    static JsonArray events(List<LayerEvent> events) {
        JsonArray array = new JsonArray();
        events.forEach(event -> array.add(event.toJson().put("at", seconds(event.at()))));
        return array;
    }

    /** What a host has switched to. */
    static JsonObject switches(Id session, Layer.Switches switches) {
        Shown.Question asked = switches.question();
        JsonObject titles = new JsonObject();
        switches.titles().forEach(titles::put);
        return new JsonObject()
                .put("session", session.text())
                .put("names", switches.names())
                .put("clock", switches.clock())
                .put("logo", switches.logo().text())
                .put("picture", switches.logo().picture())
                .put("titles", titles)
                .put(
                        "question",
                        asked.text().isEmpty()
                                ? null
                                : new JsonObject()
                                        .put("text", asked.text())
                                        .put("name", asked.name()));
    }

    private static double seconds(long ticks) {
        return Math.round(ticks / 90.0) / 1000.0;
    }
}

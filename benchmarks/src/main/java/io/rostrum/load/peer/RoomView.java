package io.rostrum.load.peer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The room as one participant knows it: all of it at first, then by what is different. Written on
 * one thread; read from any.
 */
final class RoomView {
    private volatile JsonObject room = new JsonObject();

    /** As it was told last; nobody changes it any more. */
    JsonObject room() {
        return room;
    }

    void whole(JsonObject told) {
        room = told;
    }

    /** Whether that change could be followed; otherwise the whole room has to be asked for. */
    boolean follow(JsonObject change) {
        JsonObject before = room;
        if (!Objects.equals(before.getLong("revision"), change.getLong("since"))) {
            return false;
        }
        JsonObject after = new JsonObject(new LinkedHashMap<>(before.getMap()));
        after.getMap().putAll(change.getJsonObject("room").getMap());
        after.put("revision", change.getLong("revision"));
        room = after.put("participants", participants(before, change));
        return true;
    }

    private static JsonArray participants(JsonObject before, JsonObject change) {
        Map<String, Object> byId = new LinkedHashMap<>();
        add(before.getJsonArray("participants"), byId);
        change.getJsonArray("gone").forEach(byId::remove);
        add(change.getJsonArray("participants"), byId);
        JsonArray order = change.getJsonArray("order");
        return order == null
                ? new JsonArray(List.copyOf(byId.values()))
                : new JsonArray(order.stream().map(byId::get).filter(Objects::nonNull).toList());
    }

    private static void add(JsonArray people, Map<String, Object> byId) {
        for (int i = 0; i < people.size(); i++) {
            JsonObject one = people.getJsonObject(i);
            byId.put(one.getString("id"), one);
        }
    }
}

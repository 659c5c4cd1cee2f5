package io.rostrum.net;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.management.ManagementFactory;

/** Prints how many classes an answer in JSON loads after the warm-up; a program of its own. */
final class FirstJson {
    private FirstJson() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            WarmUp.json();
        }
        long before = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
        JsonObject answer =
                new JsonObject()
                        .put("type", "room")
                        .put("count", 3)
                        .put("people", new JsonArray().add(new JsonObject().put("name", "Ana")));
        int length = answer.toBuffer().length() + new JsonObject(answer.encode()).size();
        long loaded = ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount() - before;
        System.out.println(length > 0 ? loaded : -1);
    }
}

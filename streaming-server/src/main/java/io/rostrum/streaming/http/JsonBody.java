package io.rostrum.streaming.http;

import io.rostrum.http.SmallBody;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Bodies of requests. */
public final class JsonBody {
    private JsonBody() {}

    /**
     * The body.
     *
     * @throws Refusal 400 where it is no JSON object
     */
    public static JsonObject of(RoutingContext ctx) {
        JsonObject json = SmallBody.json(ctx);
        if (json == null) {
            throw new Refusal(Problem.badRequest("Send a JSON object."));
        }
        return json;
    }
}

package io.rostrum.streaming.http;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Bodies of requests. */
public final class JsonBody {
    private JsonBody() {}

    /**
     * The body.
     *
     * @throws Refusal 400 where it is no JSON object
     */
    public static JsonObject of(RoutingContext ctx) {
        try {
            @Nullable JsonObject json = ctx.body().asJsonObject();
            if (json != null) {
                return json;
            }
        } catch (DecodeException | ClassCastException e) {
            // said below
        }
        throw new Refusal(Problem.badRequest("Send a JSON object."));
    }
}

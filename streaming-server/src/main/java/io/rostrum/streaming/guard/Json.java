package io.rostrum.streaming.guard;

import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Bodies of requests. */
final class Json {
    private Json() {}

    /**
     * The body.
     *
     * @throws Refusal 400 where it is no JSON object
     */
    static JsonObject body(RoutingContext ctx) {
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

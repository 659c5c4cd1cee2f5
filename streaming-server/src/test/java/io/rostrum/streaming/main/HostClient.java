package io.rostrum.streaming.main;

import io.rostrum.token.Claims;
import io.rostrum.token.TokenKind;
import io.rostrum.token.Tokens;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A host at his desk: manages a channel with the token that a center would give him. */
final class HostClient {
    private final FeedClient http;
    private final String channel;

    HostClient(FeedClient http, String channel) {
        this.http = http;
        this.channel = channel;
    }

    static String token(String channel) {
        return new Tokens(FeedClient.SECRET, TokenKind.STATION)
                .sign(new Claims(channel, 0, Instant.now().plusSeconds(600)));
    }

    HttpResponse<String> send(String method, String path, JsonObject body)
            throws IOException, InterruptedException {
        return http.send(method, path, BodyPublishers.ofString(body.encode()), token(channel));
    }

    HttpResponse<String> access(String visibility, @Nullable String password)
            throws IOException, InterruptedException {
        JsonObject body = new JsonObject().put("visibility", visibility);
        if (password != null) {
            body.put("password", password);
        }
        return send("PUT", "/api/channels/" + channel + "/access", body);
    }

    JsonObject access() throws IOException, InterruptedException {
        return new JsonObject(
                http.send(
                                "GET",
                                "/api/channels/" + channel + "/access",
                                BodyPublishers.noBody(),
                                token(channel))
                        .body());
    }

    /** A viewer asks for the right to watch. */
    HttpResponse<String> watch(String field, String value)
            throws IOException, InterruptedException {
        return http.send(
                "POST",
                "/api/channels/" + channel + "/watch",
                BodyPublishers.ofString(new JsonObject().put(field, value).encode()),
                "");
    }
}

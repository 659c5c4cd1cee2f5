package io.rostrum.load;

import io.rostrum.load.peer.RoomAddress;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * A room that was just made on a center.
 *
 * @param host how its host comes in
 * @param encoderToken for WHIP
 * @param link for everybody's browser
 */
public record NewRoom(RoomAddress host, String encoderToken, String link) {
    /** Makes a room by {@code POST /api/rooms}. */
    public static NewRoom make(URI center, String title) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(center.resolve("/api/rooms"))
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        new JsonObject().put("title", title).encode()))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 201) {
                throw new IOException("no room: " + response.statusCode() + " " + response.body());
            }
            JsonObject room = new JsonObject(response.body());
            return new NewRoom(
                    new RoomAddress(center, room.getString("id"), room.getString("hostKey")),
                    room.getString("encoderToken"),
                    room.getString("link"));
        }
    }

    public String id() {
        return host.id();
    }

    /** How anybody else comes in. */
    public RoomAddress guest() {
        return host.asGuest();
    }
}

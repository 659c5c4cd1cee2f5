package io.rostrum.load;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;

/** What a host does at his station besides being on air. */
final class Front {
    private final URI station;
    private final String token;
    private final NewRoom room;

    private Front(URI station, String token, NewRoom room) {
        this.station = station;
        this.token = token;
        this.room = room;
    }

    /** With the host's right, from {@code POST /api/rooms/{id}/station-token}. */
    static Front of(NewRoom room) throws IOException, InterruptedException {
        URI door = room.host().center().resolve("/api/rooms/" + room.id() + "/station-token");
        JsonObject given =
                new JsonObject(
                        send(
                                HttpRequest.newBuilder(door)
                                        .header("Authorization", "Bearer " + room.host().hostKey())
                                        .POST(BodyPublishers.noBody())));
        URI station = URI.create(given.getString("station"));
        return new Front(station, given.getString("token"), room);
    }

    /** Tells the public what comes. */
    void announce(String title, String description, Instant start)
            throws IOException, InterruptedException {
        JsonObject announcement =
                new JsonObject()
                        .put("title", title)
                        .put("description", description)
                        .put("startsAt", start.toString())
                        .put("length", 1800);
        var _ =
                send(
                        HttpRequest.newBuilder(
                                        station.resolve(
                                                "/api/channels/" + room.id() + "/announcements"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(announcement.encode())));
    }

    /** Whether a recording of this title stands in the directory. */
    boolean hasRecording(String title) throws IOException, InterruptedException {
        String all = send(HttpRequest.newBuilder(station.resolve("/api/recordings")));
        return new JsonArray(all)
                .stream().anyMatch(one -> title.equals(((JsonObject) one).getString("title")));
    }

    private static String send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        }
    }
}

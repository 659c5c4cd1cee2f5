package io.rostrum.center.main;

import io.rostrum.protocol.json.BadMessage;
import io.rostrum.protocol.json.ServerMessageReader;
import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.signal.ServerMessage;
import io.rostrum.testing.Eventually;
import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of the signalling, by the documented messages alone. */
final class TestClient {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    final List<JsonObject> told = new CopyOnWriteArrayList<>();
    private volatile @Nullable RoomState room;
    private final WebSocket socket;
    private final AtomicInteger refs = new AtomicInteger();

    TestClient(WebSocket socket) {
        this.socket = socket;
        socket.textMessageHandler(this::hear);
    }

    private void hear(String text) {
        try {
            ServerMessageReader.read(text).ifPresent(this::follow);
        } catch (BadMessage bad) {
            throw new AssertionError(text, bad);
        }
        told.add(new JsonObject(text));
    }

    private void follow(ServerMessage message) {
        switch (message) {
            case ServerMessage.Joined joined -> room = joined.room();
            case ServerMessage.Room whole -> room = whole.room();
            case ServerMessage.Change change -> room = change.change().applied(room);
            default -> {} // says nothing of the room
        }
    }

    /** Waits until the room, as he knows it, is like that. */
    RoomState room(String what, Predicate<RoomState> wanted) {
        return Eventually.becomes(
                what, PATIENCE, () -> room, now -> now != null && wanted.test(now));
    }

    static TestClient connect(WebSocketClient client, int port, String room) {
        WebSocketConnectOptions options =
                new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setURI("/api/rooms/" + room + "/signal")
                        .addSubProtocol("rostrum.v1");
        return await(client.connect(options).map(TestClient::new));
    }

    static <T> T await(Future<T> future) {
        return future.timeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    void sendText(String text) {
        var _ = socket.writeTextMessage(text);
    }

    void send(JsonObject message) {
        sendText(message.encode());
    }

    /** Sends with a reference and returns what answers it. */
    JsonObject ask(JsonObject message) {
        String ref = "r" + refs.incrementAndGet();
        send(message.put("ref", ref));
        return next("answer to " + message, one -> ref.equals(one.getString("ref")));
    }

    JsonObject ask(String type, Object... fields) {
        JsonObject message = new JsonObject().put("type", type);
        for (int i = 0; i < fields.length; i += 2) {
            message.put((String) fields[i], fields[i + 1]);
        }
        return ask(message);
    }

    JsonObject join(String name, String offer, String hostKey) {
        JsonObject message =
                new JsonObject().put("type", "join").put("name", name).put("offer", offer);
        if (hostKey != null) {
            message.put("hostKey", hostKey);
        }
        send(message);
        return next("joined", one -> "joined".equals(one.getString("type")));
    }

    JsonObject next(String what, Predicate<JsonObject> wanted) {
        return Eventually.becomes(
                        what,
                        PATIENCE,
                        () -> told.stream().filter(wanted).reduce((a, b) -> b),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    JsonObject last(String type) {
        return told.stream()
                .filter(one -> type.equals(one.getString("type")))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    boolean closed() {
        return socket.isClosed();
    }

    Short closeCode() {
        return socket.closeStatusCode();
    }

    void close() {
        await(socket.close());
    }

    static JsonObject participant(String id) {
        return new JsonObject().put("kind", "participant").put("id", id);
    }
}

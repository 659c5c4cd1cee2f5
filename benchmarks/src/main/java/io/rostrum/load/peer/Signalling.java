package io.rostrum.load.peer;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The WebSocket of one participant: requests with their answers, and what the server tells. */
final class Signalling {
    interface Listener {
        /** Everything but {@code done} and {@code refused}. */
        void onMessage(JsonObject message);

        void onClosed();
    }

    private final WebSocketClient client;
    private final Listener listener;
    private final Map<String, Promise<JsonObject>> waiting = new HashMap<>();
    private @Nullable WebSocket socket;
    private int requests;

    Signalling(WebSocketClient client, Listener listener) {
        this.client = client;
        this.listener = listener;
    }

    Future<Void> connect(URI center, String room) {
        String path = "/api/rooms/" + room + "/signal";
        WebSocketConnectOptions options =
                new WebSocketConnectOptions()
                        .setHost(center.getHost())
                        .setPort(center.getPort())
                        .setSsl("https".equals(center.getScheme()))
                        .setURI(path)
                        .addSubProtocol("rostrum.v1");
        return client.connect(options).onSuccess(this::onConnected).mapEmpty();
    }

    private void onConnected(WebSocket connected) {
        socket = connected;
        connected.textMessageHandler(text -> onMessage(new JsonObject(text)));
        connected.closeHandler(ignored -> listener.onClosed());
    }

    private void onMessage(JsonObject message) {
        String type = message.getString("type", "");
        Promise<JsonObject> promise =
                type.equals("done") || type.equals("refused")
                        ? waiting.remove(message.getString("ref", ""))
                        : null;
        if (promise == null) {
            listener.onMessage(message);
        } else if (type.equals("done")) {
            promise.complete(message);
        } else {
            promise.fail(new Refused(message.getJsonObject("problem", new JsonObject())));
        }
    }

    /** Sends a message with a reference; fails with {@link Refused}. */
    Future<JsonObject> request(JsonObject message) {
        String ref = "r" + requests++;
        Promise<JsonObject> promise = Promise.promise();
        waiting.put(ref, promise);
        return send(message.copy().put("ref", ref)).compose(ignored -> promise.future());
    }

    Future<Void> send(JsonObject message) {
        return socket == null
                ? Future.failedFuture("no socket")
                : socket.writeTextMessage(message.encode());
    }

    /** Breaks the connection without a word when {@code rude}. */
    Future<Void> close() {
        return socket == null || socket.isClosed() ? Future.succeededFuture() : socket.close();
    }
}

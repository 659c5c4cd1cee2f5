package io.rostrum.system;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Commands and answers of WebDriver BiDi (W3C) over a WebSocket; events are not listened to. */
final class Bidi implements WebSocket.Listener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final HttpClient http;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
    private final StringBuilder heard = new StringBuilder();
    private @Nullable WebSocket socket;

    private Bidi(HttpClient http) {
        this.http = http;
    }

    static Bidi open(URI door) {
        HttpClient http = HttpClient.newHttpClient();
        Bidi bidi = new Bidi(http);
        bidi.socket = http.newWebSocketBuilder().buildAsync(door, bidi).join();
        return bidi;
    }

    /** Sends a command and waits for its result. */
    JsonObject ask(String method, JsonObject parameters) {
        long id = ids.incrementAndGet();
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        asked.put(id, answer);
        String text =
                new JsonObject()
                        .put("id", id)
                        .put("method", method)
                        .put("params", parameters)
                        .encode();
        return Objects.requireNonNull(socket)
                .sendText(text, true)
                .thenCompose(_ -> answer)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        heard.append(data);
        if (last) {
            answered(new JsonObject(heard.toString()));
            heard.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private void answered(JsonObject message) {
        Long id = message.getLong("id");
        CompletableFuture<JsonObject> answer = id == null ? null : asked.remove(id);
        if (answer == null) {
            return;
        }
        if ("success".equals(message.getString("type"))) {
            answer.complete(message.getJsonObject("result"));
        } else {
            answer.completeExceptionally(new AssertionError(message.encodePrettily()));
        }
    }

    @Override
    public void close() {
        Objects.requireNonNull(socket).abort();
        http.close();
    }
}

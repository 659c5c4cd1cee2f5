package io.rostrum.streaming.directory;

import io.rostrum.net.Apart;
import io.rostrum.net.FaultLog;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Server-Sent Events to everybody who listens. Any thread.
 *
 * <p>Who reads too slowly is cut off; his browser comes back by itself and begins with the whole.
 */
public final class Events {
    private static final FaultLog FAULTS =
            new FaultLog(System.getLogger(Events.class.getName()), System::nanoTime);

    private record Listener(Context context, HttpServerResponse response) {}

    private final Vertx vertx;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    public Events(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Begins a stream with everything as it is now. On the connection's event loop. */
    void listen(HttpServerResponse response, Supplier<JsonArray> all) {
        Listener listener = new Listener(vertx.getOrCreateContext(), response);
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        response.closeHandler(closed -> listeners.remove(listener));
        response.exceptionHandler(broken -> listeners.remove(listener));
        listeners.add(listener);
        write(listener, "retry: 1000\n" + event("channels", all.get().encode()));
    }

    public void send(String name, JsonObject data) {
        broadcast(event(name, data.encode()));
    }

    /** Keeps idle connections open through proxies. Every ten seconds. */
    public void keepAlive() {
        broadcast(": here\n\n");
    }

    public int size() {
        return listeners.size();
    }

    private void broadcast(String text) {
        Apart.each(
                listeners,
                listener -> listener.context.runOnContext(go -> write(listener, text)),
                this::onBroken);
    }

    private void onBroken(Listener listener, RuntimeException why) {
        FAULTS.tell("a listener to events failed", why);
        listeners.remove(listener);
    }

    private void write(Listener listener, String text) {
        HttpServerResponse response = listener.response;
        if (response.closed() || response.writeQueueFull()) {
            listeners.remove(listener);
            response.reset();
            return;
        }
        response.write(text).onFailure(gone -> listeners.remove(listener));
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}

package io.rostrum.streaming.directory;

import io.rostrum.gate.Network;
import io.rostrum.gate.Places;
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

    /** All of a server: whoever cannot listen asks every few seconds. */
    static final int MOST = 20_000;

    private record Listener(Network who, Context context, HttpServerResponse response) {}

    private final Vertx vertx;
    private final Places places;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    /**
     * @param each listeners of one address at the same time
     */
    public Events(Vertx vertx, int each) {
        this.vertx = vertx;
        places = new Places(each, MOST);
    }

    /**
     * Begins a stream with everything as it is now. On the connection's event loop.
     *
     * @return whether there was a place: not where too many of his address listen, or of all
     */
    boolean listen(Network who, HttpServerResponse response, Supplier<JsonArray> all) {
        if (!places.take(who)) {
            return false;
        }
        Listener listener = new Listener(who, vertx.getOrCreateContext(), response);
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        listeners.add(listener);
        response.closeHandler(closed -> gone(listener));
        response.exceptionHandler(broken -> gone(listener));
        write(listener, "retry: 1000\n" + event("channels", all.get().encode()));
        return true;
    }

    private void gone(Listener listener) {
        if (listeners.remove(listener)) {
            places.giveBack(listener.who);
        }
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
        gone(listener);
    }

    private void write(Listener listener, String text) {
        HttpServerResponse response = listener.response;
        if (response.closed() || response.writeQueueFull()) {
            gone(listener);
            response.reset();
            return;
        }
        response.write(text).onFailure(broken -> gone(listener));
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}

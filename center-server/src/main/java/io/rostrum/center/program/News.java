package io.rostrum.center.program;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * What is told of a program beside its segments: who came on air, and its title; one by one, each
 * until the streaming server knows it. Confined to the feed's context.
 */
final class News {
    /** For a streaming server that is away for long; it would keep no more itself. */
    private static final int MOST = 10_000;

    private static final long PAUSE_MILLIS = 2000;
    private static final System.Logger LOG = System.getLogger(News.class.getName());

    private final Vertx vertx;
    private final Function<JsonObject, Future<Void>> door;
    private final Runnable allTold;
    private final Deque<JsonObject> waiting = new ArrayDeque<>();
    private boolean open;
    private boolean telling;

    /** Answers of a connection that broke mean nothing. */
    private int connection;

    /**
     * @param door tells one
     * @param allTold called when nothing waits any more
     */
    News(Vertx vertx, Function<JsonObject, Future<Void>> door, Runnable allTold) {
        this.vertx = vertx;
        this.door = door;
        this.allTold = allTold;
    }

    void add(JsonObject one) {
        if (waiting.size() < MOST) {
            waiting.addLast(one);
            tell();
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The streaming server listens. */
    void open() {
        connection++;
        open = true;
        telling = false;
        tell();
    }

    /** It does not. */
    void close() {
        connection++;
        open = false;
    }

    private void tell() {
        if (!open || telling || waiting.isEmpty()) {
            return;
        }
        int now = connection;
        telling = true;
        door.apply(waiting.getFirst())
                .onComplete(
                        done -> ifCurrent(now, this::next),
                        why -> ifCurrent(now, () -> refused(now, why)));
    }

    private void ifCurrent(int then, Runnable action) {
        if (then == connection) {
            action.run();
        }
    }

    private void next() {
        telling = false;
        waiting.removeFirst();
        tell();
        if (waiting.isEmpty()) {
            allTold.run();
        }
    }

    private void refused(int now, Throwable why) {
        LOG.log(System.Logger.Level.DEBUG, "news not delivered: {0}", why);
        if (FeedException.of(why).failure() != null) {
            next();
            return;
        }
        vertx.setTimer(
                PAUSE_MILLIS,
                again ->
                        ifCurrent(
                                now,
                                () -> {
                                    telling = false;
                                    tell();
                                }));
    }
}

package io.rostrum.streaming.live;

import io.rostrum.streaming.timeline.Layer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * The layer above the picture of a program on air, and who waits for its next change. Any thread;
 * {@code on…} on the program's event loop.
 */
public final class Overlay {
    private final Vertx vertx;
    private final Context owner;
    private final Waiters<Layer> waiters = new Waiters<>();

    /** After a restart the same changes may be known in another order. */
    private final String epoch = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    private volatile Layer layer;
    private volatile boolean over;

    Overlay(Vertx vertx, Context owner, Layer layer) {
        this.vertx = vertx;
        this.owner = owner;
        this.layer = layer;
    }

    public Layer layer() {
        return layer;
    }

    /** Names this telling of it: places in another one's list mean nothing here. */
    public String epoch() {
        return epoch;
    }

    /** Whether nothing more comes. */
    public boolean over() {
        return over;
    }

    /**
     * Once there is more than so many changes, or no more to come; fails with 503 after the time.
     */
    public Future<Layer> await(int known, long patienceNanos) {
        Predicate<Layer> until = now -> over || now.all().size() > known;
        Layer now = layer;
        if (until.test(now)) {
            return Future.succeededFuture(now);
        }
        Promise<Layer> promise = Promise.promise();
        Context caller = ((ContextInternal) vertx.getOrCreateContext()).unwrap();
        long deadline = System.nanoTime() + patienceNanos;
        owner.runOnContext(go -> onAwait(new Waiters.Waiter<>(until, promise, caller, deadline)));
        return promise.future();
    }

    private void onAwait(Waiters.Waiter<Layer> waiter) {
        waiters.add(waiter);
        if (waiter.until().test(layer)) {
            waiters.published(layer);
        }
    }

    void onLayer(Layer news) {
        layer = news;
        waiters.published(news);
    }

    void onExpire(long nowNanos) {
        waiters.expire(nowNanos);
    }

    void onOver() {
        over = true;
        waiters.published(layer);
    }
}

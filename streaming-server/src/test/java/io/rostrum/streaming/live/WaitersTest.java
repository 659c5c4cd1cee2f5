package io.rostrum.streaming.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.streaming.packager.View;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitersTest {
    private static final int MANY = 100_000;
    private static final View VIEW = View.empty(Instant.EPOCH, 1);

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final Crowd crowd = new Crowd();
    private final Waiters<View> waiters = new Waiters<>(crowd);

    /** Does not take out one from the middle, for which all behind him would have to move up. */
    private static final class Crowd extends ArrayList<Waiters.Waiter<View>> {
        private static final long serialVersionUID = 1;

        @Override
        public Waiters.Waiter<View> remove(int index) {
            throw new AssertionError("moves all behind " + index);
        }

        @Override
        public Iterator<Waiters.Waiter<View>> iterator() {
            return List.copyOf(this).iterator(); // takes nothing out
        }
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Returns once the loop has done what it was asked for. */
    private void loopWorks() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.runOnContext(go -> done.complete(null));
        done.join();
    }

    private Promise<View> await(boolean fulfilled, long deadline) {
        Promise<View> promise = Promise.promise();
        waiters.add(new Waiters.Waiter<>(view -> fulfilled, promise, loop, deadline));
        return promise;
    }

    @Test
    void aHundredThousandAreAskedOnceEachAndNobodyMovesUpForAnother() {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        for (int i = 0; i < MANY; i++) {
            Promise<View> promise = Promise.promise();
            promise.future().onSuccess(view -> answered.incrementAndGet());
            waiters.add(
                    new Waiters.Waiter<>(view -> asked.incrementAndGet() > 0, promise, loop, 0));
        }
        waiters.published(VIEW);
        loopWorks();
        assertThat(asked).hasValue(MANY);
        assertThat(answered).hasValue(MANY);
        assertThat(waiters.size()).isZero();
    }

    @Test
    void whoWaitsForMoreStays() {
        Promise<View> more = await(false, 0);
        Promise<View> enough = await(true, 0);
        waiters.published(VIEW);
        loopWorks();
        assertThat(enough.future().result()).isSameAs(VIEW);
        assertThat(more.future().isComplete()).isFalse();
        assertThat(waiters.size()).isEqualTo(1);
    }

    @Test
    void whoHasWaitedTooLongIsSentAway() {
        Promise<View> early = await(false, 10);
        Promise<View> late = await(false, 20);
        waiters.expire(15);
        loopWorks();
        assertThat(early.future().cause()).hasMessageContaining("did not come in time");
        assertThat(late.future().isComplete()).isFalse();
    }

    @Test
    void oneTooManyIsRefused() {
        for (int i = 0; i < MANY; i++) {
            await(false, 0);
        }
        Promise<View> late = await(false, 0);
        loopWorks();
        assertThat(late.future().cause()).hasMessageContaining("Too many");
    }

    @Test
    void oneWhoCannotSayForWhatHeWaitsKeepsNobodyWaiting() {
        Promise<View> broken = Promise.promise();
        waiters.add(
                new Waiters.Waiter<>(
                        view -> {
                            throw new IllegalStateException("cannot say");
                        },
                        broken,
                        loop,
                        0));
        Promise<View> neighbour = await(true, 0);
        waiters.published(VIEW);
        loopWorks();
        assertThat(neighbour.future().result()).isSameAs(VIEW);
        assertThat(broken.future().cause()).hasMessage("cannot say");
        assertThat(waiters.size()).isZero();
    }

    @Test
    void oneWhoCannotBeAnsweredKeepsNobodyWaiting() {
        for (boolean fulfilled : new boolean[] {true, false}) {
            await(fulfilled, 10).future().onComplete(done -> gone());
            Promise<View> neighbour = await(fulfilled, 10);
            waiters.published(VIEW);
            waiters.expire(11);
            loopWorks();
            assertThat(neighbour.future().isComplete()).isTrue();
        }
    }

    private static void gone() {
        throw new IllegalStateException("his loop is gone");
    }
}

package io.rostrum.streaming.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.streaming.packager.View;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitersTest {
    private static final int MANY = 100_000;
    private static final View VIEW = View.empty(Instant.EPOCH, 1);

    private final Crowd crowd = new Crowd();
    private final Waiters waiters = new Waiters(crowd);

    /** Does not take out one from the middle, for which all behind him would have to move up. */
    private static final class Crowd extends ArrayList<Waiters.Waiter> {
        private static final long serialVersionUID = 1;

        @Override
        public Waiters.Waiter remove(int index) {
            throw new AssertionError("moves all behind " + index);
        }

        @Override
        public Iterator<Waiters.Waiter> iterator() {
            return List.copyOf(this).iterator(); // takes nothing out
        }
    }

    private Promise<View> await(boolean fulfilled, long deadline) {
        Promise<View> promise = Promise.promise();
        waiters.add(view -> fulfilled, promise, deadline);
        return promise;
    }

    @Test
    void aHundredThousandAreAskedOnceEachAndNobodyMovesUpForAnother() {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        for (int i = 0; i < MANY; i++) {
            Promise<View> promise = Promise.promise();
            promise.future().onSuccess(view -> answered.incrementAndGet());
            waiters.add(view -> asked.incrementAndGet() > 0, promise, 0);
        }
        waiters.published(VIEW);
        assertThat(asked).hasValue(MANY);
        assertThat(answered).hasValue(MANY);
        assertThat(waiters.size()).isZero();
    }

    @Test
    void whoWaitsForMoreStays() {
        Promise<View> more = await(false, 0);
        Promise<View> enough = await(true, 0);
        waiters.published(VIEW);
        assertThat(enough.future().result()).isSameAs(VIEW);
        assertThat(more.future().isComplete()).isFalse();
        assertThat(waiters.size()).isEqualTo(1);
    }

    @Test
    void whoHasWaitedTooLongIsSentAway() {
        Promise<View> early = await(false, 10);
        Promise<View> late = await(false, 20);
        waiters.expire(15);
        assertThat(early.future().cause()).hasMessageContaining("did not come in time");
        assertThat(late.future().isComplete()).isFalse();
    }

    @Test
    void oneTooManyIsRefused() {
        for (int i = 0; i < MANY; i++) {
            await(false, 0);
        }
        assertThat(await(false, 0).future().cause()).hasMessageContaining("Too many");
    }
}

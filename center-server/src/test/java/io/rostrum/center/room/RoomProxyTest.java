package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.signal.ClientMessage;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoomProxyTest extends RoomHarness {
    private static final RoomProxy.Life LIFE =
            new RoomProxy.Life(
                    "r1", Duration.ofMinutes(5), new Rooms(id -> Future.failedFuture("none")));

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final Context home = ((VertxInternal) vertx).createEventLoopContext();
    private final Context asker = ((VertxInternal) vertx).createEventLoopContext();
    private final RoomProxy proxy = new RoomProxy(home, room, clock::nanos, LIFE);

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private static Thread threadOf(Context context) throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        context.runOnContext(go -> thread.complete(Thread.currentThread()));
        return thread.get(20, TimeUnit.SECONDS);
    }

    private Thread answered(Supplier<Future<?>> question) throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        asker.runOnContext(
                go -> question.get().onComplete(answer -> thread.complete(Thread.currentThread())));
        return thread.get(20, TimeUnit.SECONDS);
    }

    @Test
    void everyAnswerComesBackOnTheLoopOfWhoAsked() throws Exception {
        Thread asking = threadOf(asker);
        FakeClient ana = new FakeClient();
        assertThat(asking).isNotEqualTo(threadOf(home));
        assertThat(answered(() -> proxy.join(ana, visitor(null, NOWHERE), joining("offer"))))
                .isEqualTo(asking);
        assertThat(answered(() -> proxy.enter(visitor(TOKEN, NOWHERE), "OBS", "offer")))
                .isEqualTo(asking);
        assertThat(answered(proxy::state)).isEqualTo(asking);
        assertThat(answered(proxy::busy)).isEqualTo(asking);
        assertThat(answered(() -> proxy.disconnect(ana))).isEqualTo(asking);
        assertThat(answered(() -> proxy.resume(left()))).isEqualTo(asking);
        assertThat(answered(proxy::close)).isEqualTo(asking);
    }

    @Test
    void soDoesARefusal() throws Exception {
        FakeClient eve = new FakeClient();
        assertThat(
                        answered(() ->
                                proxy.join(
                                        eve, visitor(null, NOWHERE), joining(FakeMedia.GARBAGE))))
                .isEqualTo(threadOf(asker));
        assertThat(answered(() -> proxy.leave("p9", ""))).isEqualTo(threadOf(asker));
        assertThat(answered(() -> proxy.enter(visitor(TOKEN, NOWHERE), " ", "offer")))
                .isEqualTo(threadOf(asker));
    }

    @Test
    void soDoesWhatIsNoExceptionButAnError() throws Exception {
        RoomProxy deep =
                new RoomProxy(
                        home,
                        room,
                        () -> {
                            throw new StackOverflowError();
                        },
                        LIFE);
        assertThat(answered(deep::state)).isEqualTo(threadOf(asker));
    }

    @Test
    void aStopIsSaidOnlyOnceAServerAfterUsWouldKnow() throws Exception {
        FakeClient host = new FakeClient();
        answered(() -> proxy.join(host, visitor(HOST_KEY, NOWHERE), joining("Hanna", HOST_KEY)));
        answered(() -> proxy.say(host, on(true)));
        Promise<Void> disk = Promise.promise();
        studio.noted = disk.future();
        CompletableFuture<Boolean> said = new CompletableFuture<>();
        asker.runOnContext(
                go -> proxy.say(host, on(false)).onComplete(off -> said.complete(off.succeeded())));
        answered(proxy::state);
        assertThat(studio.stopped).isEqualTo(1);
        assertThat(said).isNotDone();
        disk.complete();
        assertThat(said.get(20, TimeUnit.SECONDS)).isTrue();
    }

    private static ClientMessage.Request on(boolean on) {
        return new ClientMessage.Broadcast(null, on, null);
    }

    private static ClientMessage.Join joining(String offer) {
        return new ClientMessage.Join(null, "Ana", offer, null, null, null);
    }

    private static Studio.Left left() {
        return new Studio.Left("s9", "Town hall", "Hanna", Instant.EPOCH, false);
    }
}

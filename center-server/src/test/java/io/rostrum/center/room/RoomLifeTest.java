package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.account.Kept;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.RoomState;
import io.rostrum.testing.Eventually;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rooms leave memory when nobody needs them, and nobody notices. */
class RoomLifeTest extends RoomHarness {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx = Vertx.vertx();
    private final Context home = ((VertxInternal) vertx).createEventLoopContext();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger opened = new AtomicInteger();
    private final Rooms rooms = new Rooms(this::open);

    private Future<RoomProxy> open(String id) {
        opened.incrementAndGet();
        Room fresh = newRoom(kept.getOrDefault(id, Kept.NOTHING), decided -> kept.put(id, decided));
        RoomProxy.Life life = new RoomProxy.Life(id, Duration.ofMillis(20), this.rooms);
        return Future.succeededFuture(new RoomProxy(home, fresh, nanos::get, life));
    }

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private void isGone() {
        Eventually.holds("no room in memory", PATIENCE, () -> rooms.all().isEmpty());
    }

    @Test
    void anIdleRoomLeavesMemoryAndComesBackLockedWithItsDoorClosed() throws Exception {
        FakeClient host = new FakeClient();
        RoomProxy first = await(rooms.find("r1"));
        await(first.join(host, visitor(HOST_KEY, NOWHERE), joining("Hanna", HOST_KEY)));
        await(first.say(host, new ClientMessage.Lock(null, true, NONE)));
        await(first.say(host, new ClientMessage.Door(null, true, true)));
        assertThat(rooms.all()).hasSize(1);
        await(first.say(host, new ClientMessage.Leave(null)));
        isGone();
        RoomProxy second = await(rooms.find("r1"));
        assertThat(second).isNotSameAs(first);
        RoomState state = await(second.state());
        assertThat(state.locked()).isTrue();
        assertThat(state.door().closed()).isTrue();
        assertThat(state.door().enterMuted()).isTrue();
    }

    @Test
    void whoHoldsARoomThatHasLeftMemoryReachesTheOneOfNow() throws Exception {
        RoomProxy first = await(rooms.find("r1"));
        await(first.state());
        isGone();
        FakeClient ana = new FakeClient();
        assertThat(await(first.join(ana, visitor(null, NOWHERE), joining("Ana", null)))).isTrue();
        assertThat(await(await(rooms.find("r1")).state()).participants()).hasSize(1);
        assertThat(opened.get()).isEqualTo(2);
        await(first.disconnect(ana));
        assertThat(await(await(rooms.find("r1")).state()).participants().getFirst().connected())
                .isFalse();
    }

    @Test
    void aRoomThatRemembersWhomItSentOutStays() throws Exception {
        FakeClient host = new FakeClient();
        FakeClient eve = new FakeClient();
        RoomProxy first = await(rooms.find("r1"));
        await(first.join(host, visitor(HOST_KEY, NOWHERE), joining("Hanna", HOST_KEY)));
        await(first.join(eve, visitor(null, NOWHERE), joining("Eve", null)));
        await(first.say(host, new ClientMessage.Remove(null, eve.you())));
        await(first.say(host, new ClientMessage.Leave(null)));
        RoomProxy left = await(rooms.find("r1"));
        RoomProxy other = await(rooms.find("r2"));
        await(other.state());
        Eventually.holds("the other is gone", PATIENCE, () -> rooms.all().size() == 1);
        assertThat(await(rooms.find("r1"))).isSameAs(left);
        nanos.addAndGet(Memory.LENGTH.toNanos());
        isGone();
    }

    @Test
    void whatWasDecidedIsKeptOnlyWhenItChanges() {
        AtomicInteger writes = new AtomicInteger();
        Room one = newRoom(Kept.NOTHING, decided -> writes.incrementAndGet());
        FakeClient host = new FakeClient();
        say(one, host, joining("Hanna", HOST_KEY));
        say(one, host, choose(SPEAKER));
        assertThat(writes.get()).isZero();
        say(one, host, lock(true, NONE));
        say(one, host, assign(SPEAKER));
        assertThat(writes.get()).isEqualTo(1);
    }
}

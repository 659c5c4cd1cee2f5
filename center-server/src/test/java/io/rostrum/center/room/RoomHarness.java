package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rostrum.center.account.Kept;
import io.rostrum.center.account.Traces;
import io.rostrum.center.account.Visitor;
import io.rostrum.center.account.Visitor.Secret;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Role;
import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.testing.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A room with people in it, for tests. */
abstract class RoomHarness {
    static final String HOST_KEY = "the host's key";
    static final String TOKEN = "the encoder's token";
    static final Traces NOWHERE = new Traces(null, "192.0.2.1");
    static final Selection SPEAKER = Selection.speaker();
    static final Selection NONE = Selection.none();

    final FakeClock clock = new FakeClock();
    final FakeMedia media = new FakeMedia();
    final FakeStudio studio = new FakeStudio();
    private final AtomicInteger secrets = new AtomicInteger();
    final Room room = newRoom(10);

    Room newRoom(int size) {
        return newRoom(size, studio);
    }

    Room newRoom(Kept kept, Consumer<Kept> keeper) {
        return newRoom(10, new FakeStudio(), kept, keeper);
    }

    Room newRoom(int size, Studio onAir) {
        return newRoom(size, onAir, Kept.NOTHING, decided -> {});
    }

    private Room newRoom(int size, Studio onAir, Kept kept, Consumer<Kept> keeper) {
        return new Room(
                "r1",
                "Town hall",
                new RoomSettings(size, Duration.ofSeconds(30)),
                media,
                onAir,
                () -> "secret" + secrets.incrementAndGet(),
                () -> Instant.EPOCH.plusNanos(clock.nanos()),
                kept,
                keeper);
    }

    FakeClient join(String name) {
        return join(name, "offer", null, null);
    }

    FakeClient joinHost() {
        return join("Hanna", "offer", HOST_KEY, null);
    }

    FakeClient join(String name, String offer, @Nullable String key, @Nullable String seat) {
        FakeClient client = new FakeClient();
        say(client, new ClientMessage.Join(null, name, offer, key, seat, null));
        return client;
    }

    static ClientMessage.Join joining(String name, @Nullable String key) {
        return new ClientMessage.Join(null, name, "offer", key, null, null);
    }

    Room.Entered enter(String name) {
        return enter(name, TOKEN);
    }

    Room.Entered enter(String name, String token) {
        return enter(room, name, visitor(token, NOWHERE));
    }

    Room.Entered enter(Room into, String name, Visitor visitor) {
        return into.enter(visitor, name, "offer", clock.nanos());
    }

    void leave(Room.Entered entered) {
        room.leave(entered.participant(), entered.session(), clock.nanos());
    }

    /** Whom the doors let in with that secret. */
    static Visitor visitor(@Nullable String secret, Traces traces) {
        if (HOST_KEY.equals(secret)) {
            return new Visitor(Role.HOST, Secret.HOST_KEY, traces);
        }
        return TOKEN.equals(secret)
                ? new Visitor(Role.PARTICIPANT, Secret.ENCODER_TOKEN, traces)
                : Visitor.guest(traces);
    }

    /** Somebody whose picture arrives. */
    FakeClient joinSending(String name) {
        FakeClient client = join(name);
        sends(client, VideoCodec.H264);
        return client;
    }

    void sends(FakeClient client, @Nullable VideoCodec codec) {
        media.listener().onVideo(client.you(), codec);
    }

    void cut(FakeClient viewer, FakeClient source) {
        media.listener().onCut(viewer.you(), source.you());
    }

    void say(FakeClient client, ClientMessage message) {
        say(room, client, message);
    }

    void say(Room to, FakeClient client, ClientMessage message) {
        switch (message) {
            case ClientMessage.Join join -> {
                Traces traces = new Traces(join.device(), client.network);
                to.join(client, visitor(join.hostKey(), traces), join, clock.nanos());
            }
            case ClientMessage.Request request -> to.handle(client, request, clock.nanos());
        }
    }

    void assertRefused(FakeClient client, ClientMessage message, ProblemCode code) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> say(client, message));
        assertThat(refusal).as("a refusal of " + message).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
    }

    void pass(Duration time) {
        for (long left = time.toMillis(); left > 0; left -= 100) {
            clock.advance(Duration.ofMillis(Math.min(100, left)));
            room.tick(clock.nanos());
        }
    }

    void disconnect(FakeClient client) {
        room.disconnected(client, clock.nanos());
        client.closed = true;
    }

    ParticipantState state(FakeClient of) {
        return room.state().participants().stream()
                .filter(one -> one.id().equals(of.you()))
                .findFirst()
                .orElseThrow();
    }

    static Selection of(FakeClient client) {
        return Selection.participant(client.you());
    }

    static ClientMessage choose(Selection selection) {
        return new ClientMessage.Choose(null, selection);
    }

    static ClientMessage lock(boolean on, @Nullable Selection selection) {
        return new ClientMessage.Lock(null, on, selection);
    }

    static ClientMessage assign(Selection selection) {
        return new ClientMessage.Assign(null, selection);
    }

    static ClientMessage broadcast(boolean on) {
        return new ClientMessage.Broadcast(null, on, null);
    }

    static ClientMessage remove(FakeClient client) {
        return new ClientMessage.Remove(null, client.you());
    }
}

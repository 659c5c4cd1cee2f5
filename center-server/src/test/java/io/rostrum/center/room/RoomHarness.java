package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.testing.FakeClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A room with people in it, for tests. */
abstract class RoomHarness {
    static final String HOST_KEY = "the host's key";
    static final String TOKEN = "the encoder's token";
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

    Room newRoom(int size, Studio onAir) {
        return new Room(
                "r1",
                "Town hall",
                new RoomSettings(size, Duration.ofSeconds(30)),
                new Keys() {
                    @Override
                    public boolean opensAsHost(String key) {
                        return key.equals(HOST_KEY);
                    }

                    @Override
                    public boolean opensForEncoder(String token) {
                        return token.equals(TOKEN);
                    }
                },
                media,
                onAir,
                () -> "secret" + secrets.incrementAndGet());
    }

    FakeClient join(String name) {
        return join(name, "offer", null, null);
    }

    FakeClient joinHost() {
        return join("Hanna", "offer", HOST_KEY, null);
    }

    FakeClient join(String name, String offer, @Nullable String key, @Nullable String seat) {
        FakeClient client = new FakeClient();
        say(client, new ClientMessage.Join(null, name, offer, key, seat));
        return client;
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
        room.handle(client, message, clock.nanos());
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

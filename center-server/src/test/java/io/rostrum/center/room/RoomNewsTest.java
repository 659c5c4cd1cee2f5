package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.ProblemCode;
import io.rostrum.protocol.signal.RoomChange;
import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.signal.ServerMessage;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who knows the room by differences knows it as well as who is told all of it. */
class RoomNewsTest extends RoomHarness {
    private static final ClientMessage REFRESH = new ClientMessage.Refresh(null);

    @Test
    void whoIsInHearsOnlyWhatIsDifferent() {
        FakeClient ana = join("Ana");
        FakeClient ben = join("Ben");
        say(ben, new ClientMessage.Microphone(null, false));
        RoomChange change = ana.last(ServerMessage.Change.class).change();
        assertThat(change.participants())
                .extracting(ParticipantState::id)
                .containsExactly(ben.you());
        assertThat(change.lock()).isNull();
        assertThat(change.speaker()).isNull();
        assertThat(change.door()).isNull();
        assertThat(change.broadcast()).isNull();
        assertThat(change.gone()).isEmpty();
        assertThat(change.order()).isNull();
    }

    @Test
    void theWholeRoomIsToldOnceToWhoComesIn() {
        FakeClient ana = join("Ana");
        FakeClient ben = join("Ben");
        say(ana, new ClientMessage.Source(null, VideoSource.SCREEN));
        assertThat(ben.all(ServerMessage.Joined.class)).hasSize(1);
        assertThat(ben.all(ServerMessage.Room.class)).isEmpty();
        assertThat(ben.all(ServerMessage.Change.class)).hasSize(1);
        assertThat(ben.room()).isEqualTo(room.state());
    }

    @Test
    void everybodyIsToldTheSameMessageSoThatItIsWrittenOnce() {
        FakeClient ana = join("Ana");
        FakeClient ben = join("Ben");
        say(ana, new ClientMessage.Source(null, VideoSource.SCREEN));
        assertThat(ana.last(ServerMessage.Change.class))
                .isSameAs(ben.last(ServerMessage.Change.class));
    }

    @Test
    void aCircularIsWrittenOnce() {
        List<ServerMessage> written = new ArrayList<>();
        Circular circular = new Circular(new ServerMessage.Waiting());
        for (int i = 0; i < 3; i++) {
            assertThat(circular.text(message -> "text " + written.add(message)))
                    .isEqualTo("text true");
        }
        assertThat(written).hasSize(1);
    }

    @Test
    void whoMissesAChangeIsToldAllOfItButNotAgainAndAgain() {
        FakeClient ana = join("Ana");
        say(ana, REFRESH);
        assertThat(ana.last(ServerMessage.Room.class).room()).isEqualTo(room.state());
        Refusal again = catchThrowableOfType(Refusal.class, () -> say(ana, REFRESH));
        assertThat(again.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
        assertThat(again.problem().retryAfter()).isEqualTo(1);
        pass(Duration.ofSeconds(1));
        say(ana, REFRESH);
        assertThat(ana.all(ServerMessage.Room.class)).hasSize(2);
    }

    @Test
    void whoComesBackIsToldAllOfItAgain() {
        FakeClient ana = join("Ana");
        FakeClient ben = join("Ben");
        disconnect(ana);
        say(ben, new ClientMessage.Microphone(null, false));
        FakeClient back = join("Ana", "offer", null, ana.seat());
        assertThat(back.room()).isEqualTo(room.state());
        say(ben, new ClientMessage.Microphone(null, true));
        assertThat(back.room()).isEqualTo(room.state());
    }

    @Test
    void aChoiceIsPrivate() {
        FakeClient ana = join("Ana");
        FakeClient ben = join("Ben");
        int told = ben.told.size();
        say(ana, choose(NONE));
        assertThat(ben.told).hasSize(told);
    }

    @Test
    void aBroadcastThatGoesOnIsNoPartOfAnotherChange() {
        FakeClient host = joinHost();
        say(host, broadcast(true));
        studio.listener.onBroadcast(BroadcastState.off("The station is gone."));
        assertThat(host.last(ServerMessage.Change.class).change().broadcast()).isNotNull();
        say(host, new ClientMessage.Microphone(null, false));
        assertThat(host.last(ServerMessage.Change.class).change().broadcast()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void inRandomWorldsEverybodyKnowsTheRoomAfterEveryStep(long seed) {
        new World(new Random(seed)).live(400);
    }

    /** People who come, ask, break and come back at random. */
    private final class World {
        private final Random random;
        private final List<FakeClient> inside = new ArrayList<>();
        private final List<String> seats = new ArrayList<>();
        private final List<Room.Entered> encoders = new ArrayList<>();
        private FakeClient host;
        private int refusals;

        World(Random random) {
            this.random = random;
            host = joinHost();
            inside.add(host);
        }

        void live(int steps) {
            for (int i = 0; i < steps; i++) {
                step();
                inside.removeIf(one -> one.closed);
                RoomState now = room.state();
                for (FakeClient one : inside) {
                    assertThat(one.room()).as("step %d", i).isEqualTo(now);
                }
            }
            assertThat(refusals).as("of %d steps", steps).isLessThan(steps / 2);
        }

        private void step() {
            if (host.closed) {
                host = joinHost();
                inside.add(host);
            }
            try {
                act();
            } catch (Refusal refused) {
                refusals++; // the room says no, and stays as it was
            }
        }

        private void act() {
            switch (random.nextInt(16)) {
                case 0, 1 -> come(null);
                case 2 -> come(seats.isEmpty() ? null : any(seats));
                case 3 -> disconnect(any(inside));
                case 4 -> say(any(inside), new ClientMessage.Microphone(null, flag()));
                case 5 ->
                        say(any(inside), new ClientMessage.Source(null, any(VideoSource.values())));
                case 6 -> sends(any(inside), flag() ? VideoCodec.H264 : null);
                case 7 -> media.listener().onSpeaker(flag() ? any(inside).you() : null);
                case 8 -> say(host, lock(flag(), flag() ? of(any(inside)) : null));
                case 9 ->
                        say(
                                host,
                                new ClientMessage.Mute(
                                        null, any(inside).you(), Line.AUDIO, flag()));
                case 10 -> say(host, new ClientMessage.Door(null, flag(), flag()));
                case 11 -> encoders.add(enter("Encoder " + random.nextInt(3)));
                case 12 -> encoderLeaves();
                case 13 ->
                        say(any(inside), new ClientMessage.Rename(null, "N" + random.nextInt(3)));
                case 14 -> say(host, new ClientMessage.Chat(null, flag(), flag()));
                default -> rare();
            }
        }

        private void rare() {
            switch (random.nextInt(4)) {
                case 0 -> say(host, remove(any(inside)));
                case 1 -> goes(any(inside));
                case 2 -> pass(Duration.ofSeconds(random.nextInt(40)));
                default -> say(any(inside), REFRESH);
            }
        }

        private void goes(FakeClient one) {
            say(one, new ClientMessage.Leave(null));
            one.closed = true;
        }

        private void come(String seat) {
            FakeClient client = join("Guest " + random.nextInt(5), "offer", null, seat);
            if (!client.all(ServerMessage.Joined.class).isEmpty()) {
                inside.add(client);
                seats.add(client.seat());
            }
        }

        private void encoderLeaves() {
            if (!encoders.isEmpty()) {
                leave(encoders.remove(random.nextInt(encoders.size())));
            }
        }

        private boolean flag() {
            return random.nextBoolean();
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private <T> T any(T[] of) {
            return of[random.nextInt(of.length)];
        }
    }
}

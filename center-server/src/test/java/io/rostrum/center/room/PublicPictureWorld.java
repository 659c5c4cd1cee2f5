package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.account.Kept;
import io.rostrum.center.account.Traces;
import io.rostrum.center.program.ModelProgram;
import io.rostrum.protocol.signal.BroadcastState;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.Line;
import io.rostrum.protocol.signal.ParticipantState;
import io.rostrum.protocol.signal.Role;
import io.rostrum.protocol.signal.RoomState;
import io.rostrum.protocol.signal.Selection;
import io.rostrum.protocol.signal.VideoCodec;
import io.rostrum.protocol.signal.VideoSource;
import io.rostrum.testing.FakeClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A room with a program and people who do things, and what must be true of the public's picture.
 *
 * <p>Room and vision mixer are the real ones. What is expected is told by the host's own messages
 * and the room's state alone.
 */
final class PublicPictureWorld {
    private static final Duration TICK = Duration.ofMillis(100);

    /** From a choice to its picture at the latest, with time to spare. */
    private static final int SETTLED = 14;

    /** What may happen; every order of few of them is walked. */
    enum Move {
        LOCK,
        UNLOCK,
        ASSIGN_GUEST,
        CHOOSE_GUEST,
        CHOOSE_SELF,
        CHOOSE_NOBODY,
        FOLLOW_SPEAKER,
        REMOVE_GUEST,
        GUEST_COMES,
        HOST_CAMERA,
        GUEST_CAMERA,
        GUEST_STALLS,
        MUTE_GUEST,
        HOST_AWAY,
        HOST_LEAVES,
        HOST_COMES,
        CENTER_RESTARTS,
        ENCODER,
        OTHER_SPEAKS,
        START,
        STOP
    }

    private final FakeClock clock = new FakeClock();
    private final List<String> history = new ArrayList<>();
    private final Map<String, FakeClient> guests = new HashMap<>();
    private final Set<String> stalled = new HashSet<>();
    private final Set<String> encoders = new HashSet<>();
    private final List<String> spoke = new ArrayList<>();
    private final Selection ofNobody = Selection.none();
    final Random random;
    private FakeMedia media = new FakeMedia();
    private ModelStudio studio = new ModelStudio(clock);
    private Room room = newRoom(Kept.NOTHING);
    private @Nullable FakeClient host;
    private @Nullable String hostSeat;
    private Selection chosen = Selection.speaker();
    private int secrets;
    private int names;
    int faces;
    int cards;

    PublicPictureWorld(long seed) {
        random = new Random(seed);
        history.add("seed " + seed);
        hostComes();
        guestComes();
        guestComes();
    }

    private Room newRoom(Kept kept) {
        return new Room(
                "r1",
                "Town hall",
                new RoomSettings(20, Duration.ofSeconds(30)),
                media,
                studio,
                () -> "secret" + secrets++,
                InstantSource.system(),
                kept,
                now -> {});
    }

    @Nullable ModelProgram program() {
        return studio.on;
    }

    void carryOut(Move move) {
        history.add(move.name());
        try {
            act(move);
        } catch (Refusal refused) {
            history.add("refused");
        }
        checkNobodyElse();
        for (int tick = 0; tick < SETTLED; tick++) {
            pass();
            checkNobodyElse();
        }
        checkSettled();
    }

    private void act(Move move) {
        switch (move) {
            case LOCK -> byHost(new ClientMessage.Lock(null, true, null));
            case UNLOCK -> byHost(new ClientMessage.Lock(null, false, null));
            case ASSIGN_GUEST -> byHost(new ClientMessage.Assign(null, ofGuest()));
            case CHOOSE_GUEST -> byHost(new ClientMessage.Choose(null, ofGuest()));
            case CHOOSE_SELF -> {
                if (host != null) {
                    Selection self = Selection.participant(host.you());
                    byHost(new ClientMessage.Choose(null, self));
                }
            }
            case CHOOSE_NOBODY -> byHost(new ClientMessage.Choose(null, ofNobody));
            case FOLLOW_SPEAKER -> byHost(new ClientMessage.Choose(null, Selection.speaker()));
            case REMOVE_GUEST -> {
                String guest = guest();
                if (guest != null && host != null) {
                    byHost(new ClientMessage.Remove(null, guest));
                    guests.remove(guest);
                    encoders.remove(guest);
                    spoke.remove(guest);
                }
            }
            case GUEST_COMES -> guestComes();
            case HOST_CAMERA -> camera(host);
            case GUEST_CAMERA -> camera(guestClient());
            case GUEST_STALLS -> stall(guest());
            case MUTE_GUEST -> mute(guest());
            case HOST_AWAY -> hostAway();
            case HOST_LEAVES -> {
                byHost(new ClientMessage.Leave(null));
                forgetHost();
            }
            case HOST_COMES -> hostComes();
            case CENTER_RESTARTS -> restart();
            case ENCODER -> encoder();
            case OTHER_SPEAKS -> speak();
            case START -> byHost(new ClientMessage.Broadcast(null, true, null));
            case STOP -> byHost(new ClientMessage.Broadcast(null, false, null));
        }
    }

    private void byHost(ClientMessage.Request request) {
        if (host != null) {
            room.handle(host, request, clock.nanos());
        }
    }

    private @Nullable String guest() {
        List<String> all = new ArrayList<>(guests.keySet());
        all.addAll(encoders);
        all.sort(null);
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private @Nullable FakeClient guestClient() {
        String guest = guest();
        return guest == null ? null : guests.get(guest);
    }

    private Selection ofGuest() {
        String guest = guest();
        return guest == null ? ofNobody : Selection.participant(guest);
    }

    private void guestComes() {
        if (guests.size() < 4) {
            FakeClient guest = new FakeClient();
            guest.network = "192.0.2." + (10 + names);
            join(guest, "Guest " + names++, null, null);
            guests.put(guest.you(), guest);
        }
    }

    private void join(FakeClient client, String name, @Nullable String key, @Nullable String seat) {
        room.join(
                client,
                RoomHarness.visitor(key, new Traces(null, client.network)),
                new ClientMessage.Join(null, name, "offer", key, seat, null),
                clock.nanos());
        media.listener().onVideo(client.you(), VideoCodec.H264);
    }

    private void hostComes() {
        if (host == null) {
            FakeClient fresh = new FakeClient();
            join(fresh, "Hanna", RoomHarness.HOST_KEY, hostSeat);
            host = fresh;
            hostSeat = fresh.seat();
        }
    }

    private void hostAway() {
        FakeClient gone = host;
        if (gone != null) {
            room.disconnected(gone, clock.nanos());
            host = null;
        }
    }

    private void forgetHost() {
        if (host != null) {
            spoke.remove(host.you());
        }
        host = null;
        hostSeat = null;
    }

    private void camera(@Nullable FakeClient of) {
        if (of != null) {
            boolean on = state(of.you()).video().source() == VideoSource.NONE;
            VideoSource source = on ? VideoSource.CAMERA : VideoSource.NONE;
            room.handle(of, new ClientMessage.Source(null, source), clock.nanos());
            boolean comes = on && !stalled.contains(of.you());
            media.listener().onVideo(of.you(), comes ? VideoCodec.H264 : null);
        }
    }

    /** His camera is said to be on, and nothing comes of it. */
    private void stall(@Nullable String guest) {
        if (guest != null) {
            boolean stalls = stalled.add(guest);
            if (!stalls) {
                stalled.remove(guest);
            }
            media.listener().onVideo(guest, stalls ? null : VideoCodec.H264);
        }
    }

    private void mute(@Nullable String guest) {
        if (guest != null && host != null) {
            boolean on = !state(guest).video().mutedByHost();
            byHost(new ClientMessage.Mute(null, guest, Line.VIDEO, on));
        }
    }

    private void encoder() {
        if (encoders.size() < 2) {
            String name = "Camera " + names++;
            Room.Entered entered =
                    room.enter(
                            RoomHarness.visitor(RoomHarness.TOKEN, RoomHarness.NOWHERE),
                            name,
                            "offer",
                            clock.nanos());
            encoders.add(entered.participant());
            media.listener().onVideo(entered.participant(), VideoCodec.H264);
        }
    }

    private void speak() {
        List<String> all =
                room.state().participants().stream()
                        .filter(ParticipantState::connected)
                        .map(ParticipantState::id)
                        .toList();
        if (!all.isEmpty()) {
            String who = all.get(random.nextInt(all.size()));
            spoke.remove(who);
            spoke.addFirst(who);
            media.listener().onSpeaker(who);
        }
    }

    /** Guests do not come back by themselves; the host does when he may. */
    private void restart() {
        Studio.Left left = studio.left;
        boolean locked = room.state().locked();
        media = new FakeMedia();
        studio = new ModelStudio(clock);
        room = newRoom(Kept.NOTHING);
        guests.clear();
        stalled.clear();
        encoders.clear();
        spoke.clear();
        host = null;
        hostSeat = null;
        chosen = Selection.speaker();
        if (left != null) {
            room.resume(left.locked(locked), clock.nanos());
        }
    }

    private void pass() {
        clock.advance(TICK);
        room.tick(clock.nanos());
        ModelProgram program = studio.on;
        if (program != null) {
            program.tick(ids(), this::sends, clock.nanos());
        }
    }

    private Set<String> ids() {
        return room.state().participants().stream()
                .map(ParticipantState::id)
                .collect(Collectors.toSet());
    }

    private boolean sends(String id) {
        return pictured(id) && !stalled.contains(id);
    }

    private @Nullable ParticipantState find(@Nullable String id) {
        return room.state().participants().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private ParticipantState state(String id) {
        ParticipantState state = find(id);
        if (state == null) {
            throw new IllegalStateException("not here: " + id);
        }
        return state;
    }

    private boolean pictured(String id) {
        ParticipantState one = find(id);
        return one != null
                && one.connected()
                && one.video().source() != VideoSource.NONE
                && !one.video().mutedByHost()
                && !one.video().mutedBySelf();
    }

    /** What the host was told that he sees, and last so while he is away. */
    private Selection choice() {
        RoomState state = room.state();
        if (host != null) {
            chosen = host.view().selection();
        } else if (chosen instanceof Selection.Participant one && find(one.id()) == null) {
            chosen = Selection.none();
        }
        Selection assigned = state.assigned();
        return assigned != null ? assigned : chosen;
    }

    private @Nullable String meant() {
        return switch (choice()) {
            case Selection.Participant one -> one.id();
            case Selection.None none -> null;
            case Selection.Speaker speaker -> speaker();
        };
    }

    /** Who spoke last of those who can be seen; the host, then who came first. */
    private @Nullable String speaker() {
        List<String> order = new ArrayList<>(spoke);
        room.state().participants().stream()
                .sorted((a, b) -> Boolean.compare(isHost(b), isHost(a)))
                .map(ParticipantState::id)
                .forEach(order::add);
        order.removeIf(id -> find(id) == null || !state(id).connected());
        return order.stream()
                .filter(this::sends)
                .findFirst()
                .or(() -> order.stream().filter(this::pictured).findFirst())
                .or(() -> order.stream().findFirst())
                .orElse(null);
    }

    private static boolean isHost(ParticipantState one) {
        return one.role() == Role.HOST;
    }

    private @Nullable String face() {
        String meant = meant();
        return meant != null && sends(meant) ? meant : null;
    }

    /** Even on the way to a cut nobody is shown who has no picture to show. */
    private void checkNobodyElse() {
        ModelProgram program = studio.on;
        String shown = program == null ? null : program.shown();
        if (shown != null) {
            assertThat(pictured(shown)).as("%s is shown, in %s", shown, history).isTrue();
        }
        if (program != null) {
            BroadcastState told = room.state().broadcast();
            assertThat(told.picture()).as("badge, in %s", history).isEqualTo(shown);
            assertThat(told.card()).as("card told, in %s", history).isEqualTo(program.card());
        } else {
            assertThat(room.state().broadcast().picture()).isNull();
            assertThat(room.state().broadcast().card()).isNull();
        }
    }

    private void checkSettled() {
        String face = face();
        ModelProgram program = studio.on;
        if (program == null) {
            return;
        }
        if (isGoingOn(program.shown())) {
            return;
        }
        assertThat(program.shown())
                .as("public's picture where %s is chosen, in %s", choice(), history)
                .isEqualTo(face);
        if (face == null) {
            cards++;
            assertThat(program.card()).as("card, in %s", history).isEqualTo(cardText());
        } else {
            faces++;
            checkHost(face);
        }
        checkGuests(face);
    }

    /** A chosen one whose pictures stop is repeated for three seconds; nobody else is. */
    private boolean isGoingOn(@Nullable String shown) {
        return shown != null && shown.equals(meant()) && stalled.contains(shown);
    }

    private void checkHost(String face) {
        boolean own = host != null && face.equals(host.you());
        if (host != null && !(own && choice() instanceof Selection.Speaker)) {
            assertThat(media.of(host).watched)
                    .as("the host's own picture, in %s", history)
                    .isEqualTo(face);
        }
    }

    private void checkGuests(@Nullable String face) {
        for (FakeClient guest : guests.values()) {
            boolean onAir = guest.you().equals(guest.room().broadcast().picture());
            assertThat(onAir)
                    .as("reads that he is on air, in %s", history)
                    .isEqualTo(guest.you().equals(face));
        }
    }

    private String cardText() {
        RoomState state = room.state();
        ParticipantState speaking = find(state.speaker());
        if (speaking != null && speaking.connected() && !speaking.audio().muted()) {
            return speaking.name();
        }
        String meant = meant();
        ParticipantState named = find(meant);
        return named == null ? "Town hall" : named.name();
    }
}

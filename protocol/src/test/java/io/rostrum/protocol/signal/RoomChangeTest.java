package io.rostrum.protocol.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomChangeTest {
    private static final VideoState NO_PICTURE =
            new VideoState(VideoSource.NONE, false, false, null, false, null);

    private static ParticipantState person(int id, boolean connected) {
        return new ParticipantState(
                "p" + id,
                "Guest " + id,
                Role.PARTICIPANT,
                connected,
                false,
                new AudioState(true, false, false),
                NO_PICTURE,
                null,
                false);
    }

    private static RoomState room(long revision, ParticipantState... people) {
        return room(revision, null, List.of(people));
    }

    private static RoomState room(
            long revision, @Nullable Selection assigned, List<ParticipantState> people) {
        return new RoomState(
                "r1",
                "Town hall",
                revision,
                assigned != null,
                assigned,
                null,
                DoorState.OPEN,
                ChatState.OPEN,
                BroadcastState.off(),
                people);
    }

    @Test
    void nothingIsSaidOfWhatStayed() {
        RoomState before = room(1, person(1, true), person(2, true));
        RoomChange change = RoomChange.between(before, before.revised(2));
        assertThat(change)
                .isEqualTo(
                        new RoomChange(
                                1, 2, null, null, null, null, null, List.of(), List.of(), null));
    }

    @Test
    void whoIsAnotherKeepsHisPlaceAndWhoIsNewComesLast() {
        RoomState before = room(1, person(1, true), person(2, true));
        RoomState after = room(2, person(1, false), person(2, true), person(3, true));
        RoomChange change = RoomChange.between(before, after);
        assertThat(change.participants()).containsExactly(person(1, false), person(3, true));
        assertThat(change.order()).isNull();
        assertThat(change.applied(before)).isEqualTo(after);
    }

    @Test
    void theOrderIsSaidOnlyWhereThePlacesSaySomethingElse() {
        RoomState before = room(1, person(1, true), person(2, true));
        RoomState after = room(2, person(2, true), person(1, true));
        RoomChange change = RoomChange.between(before, after);
        assertThat(change.participants()).isEmpty();
        assertThat(change.order()).containsExactly("p2", "p1");
        assertThat(change.applied(before)).isEqualTo(after);
    }

    @Test
    void aLockThatEndsIsSaidThoughNothingIsAssignedAnyMore() {
        RoomState before = room(1, Selection.speaker(), List.of());
        RoomState after = room(2);
        RoomChange change = RoomChange.between(before, after);
        assertThat(change.lock()).isEqualTo(new RoomChange.Lock(false, null));
        assertThat(change.applied(before)).isEqualTo(after);
    }

    @Test
    void aChangeIsAppliedToTheRevisionThatItChangesOnly() {
        RoomChange change = RoomChange.between(room(4), room(5, person(1, true)));
        assertThat(change.follows(room(4))).isTrue();
        assertThat(change.follows(room(5))).isFalse();
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> change.applied(room(3)))
                .withMessage("4 does not follow 3");
    }

    @Test
    void anOrderOfStrangersNamesOnlyWhoIsThere() {
        RoomChange wild =
                new RoomChange(
                        1,
                        2,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of("p7"),
                        List.of("p2", "p9", "p2", "p1"));
        assertThat(wild.applied(room(1, person(1, true), person(2, true))))
                .isEqualTo(room(2, person(2, true), person(1, true)));
    }

    @Test
    void nobodyCanChangeAChange() {
        List<String> gone = new ArrayList<>(List.of("p1"));
        List<String> order = new ArrayList<>(List.of("p2"));
        RoomChange change =
                new RoomChange(1, 2, null, null, null, null, null, List.of(), gone, order);
        gone.add("p2");
        order.clear();
        assertThat(change.gone()).containsExactly("p1");
        assertThat(change.order()).containsExactly("p2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void betweenAnyTwoRoomsTheChangeLeadsFromOneToTheOther(long seed) {
        Random random = new Random(seed);
        RoomState known = anyRoom(random, 0);
        for (int revision = 1; revision < 500; revision++) {
            RoomState next = anyRoom(random, revision);
            RoomChange change = RoomChange.between(known, next);
            assertThat(change.applied(known)).isEqualTo(next);
            known = change.applied(known);
        }
    }

    private static RoomState anyRoom(Random random, long revision) {
        List<ParticipantState> people = new ArrayList<>();
        for (int id = 1; id <= 6; id++) {
            if (random.nextInt(3) > 0) {
                people.add(person(id, random.nextBoolean()));
            }
        }
        if (random.nextInt(3) == 0) {
            Collections.shuffle(people, random);
        }
        Selection assigned = random.nextBoolean() ? null : Selection.participant("p1");
        return new RoomState(
                "r1",
                "Town hall",
                revision,
                assigned != null,
                assigned,
                random.nextBoolean() ? null : "p" + random.nextInt(4),
                new DoorState(random.nextBoolean(), false, random.nextInt(2)),
                new ChatState(random.nextBoolean(), random.nextBoolean()),
                random.nextBoolean() ? BroadcastState.off() : BroadcastState.off("It rained."),
                people);
    }
}

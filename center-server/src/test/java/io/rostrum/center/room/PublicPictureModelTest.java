package io.rostrum.center.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.room.PublicPictureWorld.Move;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever the order of what people do: the public sees whom the host chose, or a card, and the
 * room knows which.
 *
 * <p>Room and vision mixer are the real ones. What is expected is told by the host's own messages
 * and the room's state alone.
 */
class PublicPictureModelTest {
    private static final int WORLDS = 300;
    private static final int MOVES = 60;

    @Test
    void inEveryOrderOfTwoThePublicSeesWhomTheHostChose() {
        for (Move first : Move.values()) {
            for (Move second : Move.values()) {
                walk(Move.START, first, second);
                walk(Move.START, Move.LOCK, first, second);
            }
        }
    }

    @Test
    @Tag("slow")
    void inEveryOrderOfThreeThePublicSeesWhomTheHostChose() {
        for (Move first : Move.values()) {
            for (Move second : Move.values()) {
                for (Move third : Move.values()) {
                    walk(Move.START, first, second, third);
                }
            }
        }
    }

    private static PublicPictureWorld walk(Move... moves) {
        PublicPictureWorld world = new PublicPictureWorld(0);
        for (Move move : moves) {
            world.carryOut(move);
        }
        return world;
    }

    @Test
    void inRandomOrdersThePublicSeesWhomTheHostChose() {
        int faces = 0;
        int cards = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            PublicPictureWorld world = new PublicPictureWorld(seed);
            world.carryOut(Move.START);
            for (int move = 0; move < MOVES; move++) {
                world.carryOut(Move.values()[world.random.nextInt(Move.values().length)]);
            }
            faces += world.faces;
            cards += world.cards;
        }
        assertThat(faces).as("the worlds show faces").isGreaterThan(WORLDS * 5);
        assertThat(cards).as("the worlds show cards").isGreaterThan(WORLDS * 5);
    }

    @Test
    void nobodyIsOnAirWhoComesBackAfterHeWasRemovedWhenTheHostStopsHisCamera() {
        PublicPictureWorld world =
                walk(
                        Move.LOCK,
                        Move.ASSIGN_GUEST,
                        Move.START,
                        Move.REMOVE_GUEST,
                        Move.GUEST_COMES,
                        Move.HOST_CAMERA);
        assertThat(world.program()).isNotNull();
        assertThat(world.program().shown()).isNull();
        assertThat(world.program().card()).isEqualTo("Town hall");
    }
}

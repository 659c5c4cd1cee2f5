package io.rostrum.center.room;

/** Where somebody is who has to do with the room. */
sealed interface Presence permits Presence.Waiting, Presence.OfSeat {
    /**
     * At the door: he has no seat and no line yet.
     *
     * @param since when he knocked, nanoseconds
     */
    record Waiting(String id, Newcomer person, long since) implements Presence {}

    /** He has a seat. */
    sealed interface OfSeat extends Presence permits Seated, Away {}

    /**
     * His seat is kept, and he is not in it.
     *
     * @param since when he went, nanoseconds
     */
    record Away(long since) implements OfSeat {}
}

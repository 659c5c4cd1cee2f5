package io.rostrum.gate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What each dear thing costs; the same for every address. */
public record Prices(Map<Dear, Price> of) {
    /** A school class behind one address comes in within a minute, twice. */
    public static final int ENTRIES = 120;

    public static final int ROOMS = 60;

    /** Guesses are worth nothing at this pace, and who mistypes is not locked out. */
    private static final Price PASSWORDS = new Price(5, 5);

    /** Who comes in may lose his connection once. */
    private static final int SOCKETS_FOR_ENTRY = 2;

    public Prices {
        of = Map.copyOf(of);
        if (of.size() != Dear.values().length) {
            throw new IllegalArgumentException("something has no price");
        }
    }

    /**
     * The prices that an operator names, each for one address.
     *
     * @throws IllegalArgumentException where one is below 1
     */
    public static Prices perMinute(int rooms, int entries) {
        Map<Dear, Price> of = new EnumMap<>(Dear.class);
        of.put(Dear.ROOM, Price.each(rooms));
        of.put(Dear.ENTRY, Price.each(entries));
        of.put(Dear.SOCKET, Price.each(Math.multiplyExact(entries, SOCKETS_FOR_ENTRY)));
        of.put(Dear.PASSWORD, PASSWORDS);
        return new Prices(of);
    }

    Price price(Dear what) {
        return Objects.requireNonNull(of.get(what));
    }
}

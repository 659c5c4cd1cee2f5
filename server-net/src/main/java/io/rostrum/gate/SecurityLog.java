package io.rostrum.gate;

import io.rostrum.net.LogThread;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Who tried what, in one line for each event: the logger {@code io.rostrum.security}. Any thread.
 *
 * <p>{@code event=limited from=192.0.2.7 what=entry}. At most ten lines a second in the long run;
 * those that are left out are counted, and the next line says how many.
 */
public final class SecurityLog {
    /** What can happen. */
    public enum Event {
        /** Too many requests. */
        LIMITED,
        /** A key, token, password or origin that does not open. */
        REFUSED,
        /** A host sent somebody away. */
        REMOVED,
        /** A host muted somebody. */
        MUTED,
        /** A host said who may watch. */
        ACCESS_CHANGED;

        private String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final int AT_ONCE = 50;
    private static final int PER_MINUTE = 600;
    private static final int LONGEST_VALUE = 100;

    private final Consumer<String> out;
    private final LongSupplier nanoClock;
    private final Price pace = new Price(AT_ONCE, PER_MINUTE);
    private long full;
    private long leftOut;

    public SecurityLog(Consumer<String> out, LongSupplier nanoClock) {
        this.out = out;
        this.nanoClock = nanoClock;
        full = nanoClock.getAsLong();
    }

    /** To the logger of that name. */
    public static SecurityLog ofSystem(LogThread log, LongSupplier nanoClock) {
        return new SecurityLog(log.to("io.rostrum.security", Level.INFO), nanoClock);
    }

    /** Nobody reads it. */
    public static SecurityLog none() {
        return new SecurityLog(line -> {}, () -> 0);
    }

    /**
     * Tells an event.
     *
     * @param more names and values in turn; values may be anybody's words
     */
    public synchronized void tell(Event event, Network from, String... more) {
        long now = nanoClock.getAsLong();
        long debt = Math.max(0, full - now) + pace.nanos();
        if (debt > pace.atOnce() * pace.nanos()) {
            leftOut++;
            return;
        }
        full = now + debt;
        out.accept(line(event, from, more));
        leftOut = 0;
    }

    private String line(Event event, Network from, String... more) {
        StringBuilder line = new StringBuilder("event=").append(event.wireName());
        line.append(" from=").append(from);
        for (int i = 0; i + 1 < more.length; i += 2) {
            line.append(' ').append(more[i]).append('=').append(plain(more[i + 1]));
        }
        if (leftOut > 0) {
            line.append(" left-out-before=").append(leftOut);
        }
        return line.toString();
    }

    /** One word without a line break or anything else that a reader of logs could mistake. */
    private static String plain(String value) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length() && i < LONGEST_VALUE; i++) {
            char c = value.charAt(i);
            boolean word =
                    c >= 'a' && c <= 'z'
                            || c >= 'A' && c <= 'Z'
                            || c >= '0' && c <= '9'
                            || "-_.:/".indexOf(c) >= 0;
            plain.append(word ? c : '?');
        }
        return plain.isEmpty() ? "-" : plain.toString();
    }
}

package io.rostrum.gate;

import java.util.Locale;

/** What costs us much and a stranger little; each has its price ({@link Prices}). */
public enum Dear {
    /** A room is made. */
    ROOM,
    /** A signalling socket is opened. */
    SOCKET,
    /** Somebody comes in: a join, an offer by WHIP or WHEP, the refused ones too. */
    ENTRY,
    /** A password is tried. */
    PASSWORD;

    /** As the security log has it. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.rostrum.streaming.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may see a channel or a recording. */
public enum Visibility {
    /** Listed, and watched by anybody. */
    PUBLIC,
    /** Not listed; whoever has the address watches. */
    UNLISTED,
    /** Not listed; watched with the password or by invitation. */
    PRIVATE;

    /** As JSON has it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing for what is none. */
    public static Optional<Visibility> of(String wire) {
        return Arrays.stream(values()).filter(one -> one.wire().equals(wire)).findFirst();
    }
}

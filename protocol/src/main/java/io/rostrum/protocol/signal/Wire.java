package io.rostrum.protocol.signal;

import java.util.Locale;

/** Names of enum constants on the wire: lower case, words joined by a hyphen. */
final class Wire {
    private Wire() {}

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

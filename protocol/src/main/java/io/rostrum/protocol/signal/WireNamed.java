package io.rostrum.protocol.signal;

/** A constant that has a name on the wire. */
public interface WireNamed {
    String wireName();
}

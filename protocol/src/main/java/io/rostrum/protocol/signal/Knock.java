package io.rostrum.protocol.signal;

/** Somebody who waits to be let in. */
public record Knock(String id, String name) {}

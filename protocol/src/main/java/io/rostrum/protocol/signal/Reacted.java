package io.rostrum.protocol.signal;

/** Somebody who reacted, and how. */
public record Reacted(String participant, Reaction reaction) {}

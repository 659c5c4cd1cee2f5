package io.rostrum.protocol.signal;

/**
 * What somebody wrote in the room's chat.
 *
 * @param number grows with every message of the room
 * @param at ISO 8601, UTC: when the server took it
 * @param from the participant who wrote it, who may be gone
 * @param name what he was called then
 * @param host whether he was the host
 */
public record ChatLine(
        long number, String at, String from, String name, boolean host, String text) {}

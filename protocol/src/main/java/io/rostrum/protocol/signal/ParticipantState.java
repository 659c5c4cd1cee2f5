package io.rostrum.protocol.signal;

/**
 * One participant as everybody in the room sees him.
 *
 * @param connected false while only his seat is kept
 * @param encoder whether he came in by WHIP
 */
public record ParticipantState(
        String id,
        String name,
        Role role,
        boolean connected,
        boolean encoder,
        AudioState audio,
        VideoState video) {}

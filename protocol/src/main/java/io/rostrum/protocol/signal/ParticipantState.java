package io.rostrum.protocol.signal;

import org.jspecify.annotations.Nullable;

/**
 * One participant as everybody in the room sees him.
 *
 * @param connected false while only his seat is kept
 * @param encoder whether he came in by WHIP
 * @param hand null: not raised; whoever has the smallest number raised his first
 * @param silenced whether the host lets him write no more
 */
public record ParticipantState(
        String id,
        String name,
        Role role,
        boolean connected,
        boolean encoder,
        AudioState audio,
        VideoState video,
        @Nullable Integer hand,
        boolean silenced) {}

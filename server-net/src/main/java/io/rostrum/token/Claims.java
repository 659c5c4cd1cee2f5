package io.rostrum.token;

import java.time.Instant;

/**
 * What a token says.
 *
 * @param subject id of the channel that it is about
 * @param revision of the channel's access; tokens of an earlier one are void. 0 where there is none
 */
public record Claims(String subject, long revision, Instant expiresAt) {}

/**
 * Who may manage a channel.
 *
 * <p>In: requests with a token. Out: a refusal, or nothing. Thread: any.
 */
@NullMarked
package io.rostrum.streaming.access;

import org.jspecify.annotations.NullMarked;

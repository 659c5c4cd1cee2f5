/**
 * Who may manage a channel, and who may watch it.
 *
 * <p>In: tokens, passwords, what a host wants. Out: refusals, rights. Thread: any.
 */
@NullMarked
package io.rostrum.streaming.access;

import org.jspecify.annotations.NullMarked;

/**
 * The signalling messages between the center and its clients, as values; docs/protocol.md.
 *
 * <p>In: nothing. Out: immutable messages. Thread: any.
 */
@NullMarked
package io.rostrum.protocol.signal;

import org.jspecify.annotations.NullMarked;

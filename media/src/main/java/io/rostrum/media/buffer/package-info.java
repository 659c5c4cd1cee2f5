/**
 * Bytes of one datagram, lent from a pool and handed from owner to owner.
 *
 * <p>In: nothing. Out: {@link io.rostrum.media.buffer.Buffer}. Thread: a pool belongs to one
 * thread; a buffer to whoever holds it.
 */
@NullMarked
package io.rostrum.media.buffer;

import org.jspecify.annotations.NullMarked;

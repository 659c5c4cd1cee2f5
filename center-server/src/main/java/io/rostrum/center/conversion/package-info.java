/**
 * Pictures that can go to nobody as they are, coded anew: those in another order than they are
 * shown, and those of a source that has no key frame left and sends no other.
 *
 * <p>In: the packets of one source, on the room's loop. Out: packets of a stream that begins
 * whenever somebody asks, on the same loop. Thread: decoding and encoding run on one thread for
 * each source; so many at a time as {@link io.rostrum.center.conversion.Conversions} allows.
 */
@NullMarked
package io.rostrum.center.conversion;

import org.jspecify.annotations.NullMarked;

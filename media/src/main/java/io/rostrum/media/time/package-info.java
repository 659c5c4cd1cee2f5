/**
 * Arithmetic of the clocks and counters of RTP: NTP stamps, media clocks, numbers that wrap.
 *
 * <p>In: numbers. Out: numbers. Thread: any for the static functions; an unwrapper belongs to its
 * owner.
 */
@NullMarked
package io.rostrum.media.time;

import org.jspecify.annotations.NullMarked;

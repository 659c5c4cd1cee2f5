/**
 * RTP and RTCP read and written in place at named offsets.
 *
 * <p>In: {@link io.rostrum.media.buffer.Buffer}. Out: numbers and positions. What is malformed is
 * told by {@code isValid} before, or counted and skipped; nothing is thrown for it. Thread: any
 * that owns the buffer.
 */
@NullMarked
package io.rostrum.media.packet;

import org.jspecify.annotations.NullMarked;

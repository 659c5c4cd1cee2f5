/**
 * Encoders and decoders of sound and picture, each behind a few methods, all native underneath.
 *
 * <p>In: PCM as floats (48 kHz, interleaved, full scale is 1), I420 pictures, coded bytes. Out: the
 * same the other way round. Thread: an object belongs to the thread that made it and is closed
 * there; nothing here starts one.
 */
@NullMarked
package io.rostrum.media.codec;

import org.jspecify.annotations.NullMarked;

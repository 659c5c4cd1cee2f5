/**
 * Writes and reads the CMAF boxes of the feed and of LL-HLS: one init, then fragments of samples.
 *
 * <p>In: tracks and samples, or bytes cut anywhere. Out: bytes, or tracks and samples. Thread: any;
 * a {@link io.rostrum.protocol.cmaf.FragmentReader} belongs to one caller at a time.
 */
@NullMarked
package io.rostrum.protocol.cmaf;

import org.jspecify.annotations.NullMarked;

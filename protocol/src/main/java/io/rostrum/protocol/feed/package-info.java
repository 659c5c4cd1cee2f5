/**
 * The names and bounds of the feed protocol: ids, paths, headers, limits.
 *
 * <p>In: texts from the wire. Out: checked values. Thread: any.
 */
@NullMarked
package io.rostrum.protocol.feed;

import org.jspecify.annotations.NullMarked;

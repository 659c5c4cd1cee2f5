/**
 * The feed protocol: its names and bounds, and the whole sender but for sockets, files and clock.
 *
 * <p>In: texts from the wire; for a {@link io.rostrum.protocol.feed.Sending} segments, answers and
 * the time. Out: checked values; what the owner of the sender does next. Thread: any; a sender is
 * confined to one.
 */
@NullMarked
package io.rostrum.protocol.feed;

import org.jspecify.annotations.NullMarked;

/**
 * The program while on air: cuts the picture on key frames, encodes the sound once, and feeds both
 * to the streaming server until it has acknowledged them.
 *
 * <p>In: complete pictures of the sources and 20 ms ticks of the program mix, both in server time.
 * Out: numbered CMAF segments over HTTP, wishes for key frames, states. Thread: {@link
 * io.rostrum.center.program.Program} is called from the room's thread and calls back there; cutting
 * and encoding run on one thread of the program, the feed on a Vert.x context of its own.
 */
@NullMarked
package io.rostrum.center.program;

import org.jspecify.annotations.NullMarked;

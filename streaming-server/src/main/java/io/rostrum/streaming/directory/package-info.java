/**
 * Who is on air, what was, and who watches.
 *
 * <p>In: programs that begin, change and end. Out: lists and events. Thread: any.
 */
@NullMarked
package io.rostrum.streaming.directory;

import org.jspecify.annotations.NullMarked;

/**
 * What stands above the picture of a program without being in it: names, a mark, the time, a
 * question; decision 037.
 *
 * <p>In: requests of viewers for it, of hosts with a station token who switch it. Out: its timeline
 * as JSON. Thread: the event loop of the connection; the disk on workers.
 */
@NullMarked
package io.rostrum.streaming.layer;

import org.jspecify.annotations.NullMarked;

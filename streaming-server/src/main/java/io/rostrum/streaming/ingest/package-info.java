/**
 * The door of the feed, and the programs that are on air because of it.
 *
 * <p>In: HTTP requests of a feed. Out: views of live programs. Thread: each program on one event
 * loop.
 */
@NullMarked
package io.rostrum.streaming.ingest;

import org.jspecify.annotations.NullMarked;

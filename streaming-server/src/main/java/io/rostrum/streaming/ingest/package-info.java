/**
 * The door of the feed, and the programs that come by it: upload, storage, ending.
 *
 * <p>In: HTTP requests of a feed. Out: a {@link io.rostrum.streaming.live.Live} for each, written
 * through its {@link io.rostrum.streaming.live.Writer}. Thread: each program on one event loop.
 */
@NullMarked
package io.rostrum.streaming.ingest;

import org.jspecify.annotations.NullMarked;

/**
 * What a host does with the recordings of his channel.
 *
 * <p>In: requests with a station token. Out: changed words, removed recordings. Thread: the event
 * loop of the connection; the disk on workers.
 */
@NullMarked
package io.rostrum.streaming.owner;

import org.jspecify.annotations.NullMarked;

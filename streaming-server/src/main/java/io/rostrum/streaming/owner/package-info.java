/**
 * What a host does with the recordings of his channel: words, cut, chapters, picture, removal.
 *
 * <p>In: requests with a station token. Out: recordings as they are shown then. Thread: the event
 * loop of the connection; the disk on workers.
 */
@NullMarked
package io.rostrum.streaming.owner;

import org.jspecify.annotations.NullMarked;

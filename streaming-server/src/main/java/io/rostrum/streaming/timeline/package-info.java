/**
 * What a session has received so far, on disk: samples, segments, words.
 *
 * <p>In: samples of the feed. Out: the same, by segment. Thread: blocking; one writer at a time,
 * see each class.
 */
@NullMarked
package io.rostrum.streaming.timeline;

import org.jspecify.annotations.NullMarked;

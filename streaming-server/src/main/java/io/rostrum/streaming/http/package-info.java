/**
 * The doors for viewers: directory, live, recordings, pages.
 *
 * <p>In: HTTP requests. Out: responses. Thread: the event loop of the connection.
 */
@NullMarked
package io.rostrum.streaming.http;

import org.jspecify.annotations.NullMarked;

/**
 * Starts and stops the streaming server.
 *
 * <p>In: the command line. Out: a running server. Thread: main.
 */
@NullMarked
package io.rostrum.streaming.main;

import org.jspecify.annotations.NullMarked;

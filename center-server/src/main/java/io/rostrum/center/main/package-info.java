/**
 * Starts and stops the center server.
 *
 * <p>In: the command line. Out: a running server. Thread: main, then everybody's own.
 */
@NullMarked
package io.rostrum.center.main;

import org.jspecify.annotations.NullMarked;

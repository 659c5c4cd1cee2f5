/**
 * A program of its own, and crowds who watch it: the load tester of the streaming server.
 *
 * <p>In: the address of a streaming server. Out: counts. Thread: a crowd lives on one, a feeder on
 * another; both know the server by its documented doors only.
 */
@NullMarked
package io.rostrum.load.watch;

import org.jspecify.annotations.NullMarked;

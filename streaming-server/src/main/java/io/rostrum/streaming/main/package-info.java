/**
 * Starts and stops the streaming server, in stages of which each is built from the one before:
 * Ground (disk, threads), Address (ports taken, 503), Archive (what was kept), Station (programs on
 * air again), House (doors), Serving (doors open; then viewers by WHEP). It stops in reverse.
 *
 * <p>In: the command line. Out: a running server. Thread: main.
 */
@NullMarked
package io.rostrum.streaming.main;

import org.jspecify.annotations.NullMarked;

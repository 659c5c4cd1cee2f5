/**
 * Event loops and their UDP ports, for any server that carries media.
 *
 * <p>In: datagrams. Out: datagrams, each read burst answered by one batch of sends. Thread: each
 * port belongs to its loop.
 */
@NullMarked
package io.rostrum.net;

import org.jspecify.annotations.NullMarked;

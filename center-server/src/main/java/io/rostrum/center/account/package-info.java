/**
 * Who owns which room, kept over restarts.
 *
 * <p>In: titles and secrets. Out: rooms that stay, and whether a secret opens one. Thread: any; the
 * file is written on a worker thread.
 */
@NullMarked
package io.rostrum.center.account;

import org.jspecify.annotations.NullMarked;

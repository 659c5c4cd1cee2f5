/**
 * Puts rooms on air, and remembers what is on air for the server that comes after.
 *
 * <p>In: what the room orders, the sound and pictures of its stage. Out: a program, its states in
 * the words of the signalling, marks on disk. Thread: the room's loop; disk on worker threads.
 */
@NullMarked
package io.rostrum.center.air;

import org.jspecify.annotations.NullMarked;

/**
 * Small pictures of people for the lists of those who are in their rooms.
 *
 * <p>In: key frames of anybody's picture. Out: small JPEGs, or nothing. Thread: any in; one of its
 * own, of low priority, for the whole server, on which the answer is given too.
 */
@NullMarked
package io.rostrum.center.still;

import org.jspecify.annotations.NullMarked;

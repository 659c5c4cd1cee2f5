/**
 * The packet's road as one expression: stages in a row, and what kind of datagram this is.
 *
 * <p>In: one datagram with its sender and its time. Out: the same, at the stage it belongs to, or
 * released and counted. Thread: the one that runs the road.
 */
@NullMarked
package io.rostrum.media.flow;

import org.jspecify.annotations.NullMarked;

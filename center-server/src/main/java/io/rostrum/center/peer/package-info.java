/**
 * The media of a room: wires each participant's secure path, streams, mixer and picture switch.
 *
 * <p>In: datagrams of a loop's port; what the room decided. Out: datagrams; what the room wants to
 * know. Thread: the room's loop. Nothing here decides: the room does.
 */
@NullMarked
package io.rostrum.center.peer;

import org.jspecify.annotations.NullMarked;

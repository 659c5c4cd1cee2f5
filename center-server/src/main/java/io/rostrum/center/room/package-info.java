/**
 * A meeting room: who is in it, who may do what, and who sees whom.
 *
 * <p>In: client messages and what the media found out. Out: server messages, and orders to media
 * and program. Thread: a room's own event loop; {@link io.rostrum.center.room.RoomProxy} from any.
 */
@NullMarked
package io.rostrum.center.room;

import org.jspecify.annotations.NullMarked;

/**
 * The doors into a room: the WebSocket of clients and the WHIP door of encoders.
 *
 * <p>In: JSON text, SDP over HTTP. Out: calls of the room's proxy; JSON text, SDP, problems.
 * Thread: the connection's event loop; what goes to a client may come from any.
 */
@NullMarked
package io.rostrum.center.signal;

import org.jspecify.annotations.NullMarked;

/**
 * A synthetic participant: a real WebRTC client by docs/protocol.md alone, as a stranger would
 * write it.
 *
 * <p>In: the address of a room, a camera, a microphone. Out: what it was shown and told, counted.
 * Thread: each participant lives on one event loop; {@link
 * io.rostrum.load.peer.SyntheticParticipant} is the way in from others.
 */
@NullMarked
package io.rostrum.load.peer;

import org.jspecify.annotations.NullMarked;

/**
 * A program by WebRTC, below a second behind: WHEP (draft-ietf-wish-whep).
 *
 * <p>In: offers, samples as the feed delivers them. Out: answers, RTP. Thread: each viewer on one
 * media loop; the door on the connection's event loop.
 */
@NullMarked
package io.rostrum.streaming.whep;

import org.jspecify.annotations.NullMarked;

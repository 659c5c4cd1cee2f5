/**
 * STUN messages, the lite responder of a server and the controlling side of a client.
 *
 * <p>In: STUN datagrams with their sender and time. Out: answers and checks to send, and who the
 * verified peer is. Thread: the one of the transport that owns it.
 */
@NullMarked
package io.rostrum.media.ice;

import org.jspecify.annotations.NullMarked;

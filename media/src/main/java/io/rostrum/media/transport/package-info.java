/**
 * The secure path to one peer: ICE, DTLS and SRTP joined, and the directory of one port.
 *
 * <p>In: datagrams with sender and time, RTP and RTCP to send. Out: datagrams, opened RTP and RTCP,
 * changes of state. Thread: the owner's.
 */
@NullMarked
package io.rostrum.media.transport;

import org.jspecify.annotations.NullMarked;

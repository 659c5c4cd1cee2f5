/**
 * DTLS 1.2 in both roles: proves who the peer is and agrees on the keys of SRTP.
 *
 * <p>In: DTLS datagrams. Out: DTLS datagrams, then {@link io.rostrum.media.dtls.SrtpKeys} or the
 * reason why not. Thread: the owner's; only the blocking handshake runs on an executor given from
 * outside.
 */
@NullMarked
package io.rostrum.media.dtls;

import org.jspecify.annotations.NullMarked;

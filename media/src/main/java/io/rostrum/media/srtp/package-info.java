/**
 * Protection of RTP and RTCP: contexts per SSRC over the keys that DTLS agreed on.
 *
 * <p>In: a packet. Out: the same packet, protected or opened in place. Thread: the transport's.
 */
@NullMarked
package io.rostrum.media.srtp;

import org.jspecify.annotations.NullMarked;

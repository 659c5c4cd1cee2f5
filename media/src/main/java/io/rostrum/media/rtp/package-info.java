/**
 * Streams of one peer in both directions: statistics, loss and its repair, reports, feedback.
 *
 * <p>In: valid RTP of one SSRC, what RTCP tells, times. Out: RTP to send, RTCP appended to a {@link
 * io.rostrum.media.packet.RtcpWriter}. Thread: the room's; nothing here is shared.
 *
 * <p>Nothing grows with what a peer sends: gaps, histories and windows are bounded, and what goes
 * beyond is counted and given up.
 */
@NullMarked
package io.rostrum.media.rtp;

import org.jspecify.annotations.NullMarked;

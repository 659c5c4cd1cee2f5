package io.rostrum.media.packet;

/**
 * What a receiver tells of one stream (RFC 3550 section 6.4.1).
 *
 * @param fractionLost in 1/256 since the last report
 * @param cumulativeLost signed 24 bits: duplicates make it negative
 * @param extendedHighest cycles in the upper 16 bits, unsigned
 * @param jitter in ticks of the stream's clock, unsigned
 * @param lastSenderReport the middle of its NTP stamp, 0 for none
 * @param delaySinceLast since that report came, in 1/65536 s
 */
public record ReportBlock(
        int ssrc,
        int fractionLost,
        int cumulativeLost,
        long extendedHighest,
        long jitter,
        int lastSenderReport,
        int delaySinceLast) {}

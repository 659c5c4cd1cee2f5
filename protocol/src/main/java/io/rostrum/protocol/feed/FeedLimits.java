package io.rostrum.protocol.feed;

import java.time.Duration;

/**
 * Bounds of the feed that both ends keep.
 *
 * @param segmentBytes of one segment
 * @param initBytes of the init
 * @param jsonBytes of the bodies of POST and PATCH
 * @param silence without a byte in a segment, after which it counts as not sent
 * @param titleLength characters of a title or a name
 */
public record FeedLimits(
        long segmentBytes, int initBytes, int jsonBytes, Duration silence, int titleLength) {
    public static final FeedLimits DEFAULT =
            new FeedLimits(64L << 20, 64 << 10, 16 << 10, Duration.ofSeconds(10), 200);

    public FeedLimits {
        if (segmentBytes < 1 || initBytes < 1 || jsonBytes < 1 || titleLength < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
        if (silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("silence must be positive");
        }
    }
}

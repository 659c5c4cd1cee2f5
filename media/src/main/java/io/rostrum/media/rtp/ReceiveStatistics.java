package io.rostrum.media.rtp;

import io.rostrum.media.packet.ReportBlock;
import io.rostrum.media.time.RtpClock;
import io.rostrum.media.time.SequenceNumber;

/** Loss and jitter of one incoming stream (RFC 3550 appendix A). */
final class ReceiveStatistics {
    /** How a sequence number stands to those before. */
    enum Order {
        FIRST,
        /** Beyond the highest; there may be a gap before it. */
        AHEAD,
        /** The highest or below it: reordered or twice. */
        BEHIND,
        /** Too far away; believed when its successor comes. */
        JUMP,
        /** The successor of a jump: counting started anew. */
        RESTART
    }

    /** RFC 3550 appendix A.1; the misorder is wider, for pictures have more packets than sound. */
    private static final int MOST_DROPOUT = 3000;

    static final int MOST_MISORDER = 1000;
    private static final int NO_JUMP = -1;

    /** Keeps numbers positive when something comes late before the first. */
    private static final long FIRST_CYCLE = 1L << 16;

    private final RtpClock clock;
    private long base = -1;
    private long highest = -1;
    private int successorOfJump = NO_JUMP;
    private long received;
    private long expectedBefore;
    private long receivedBefore;
    private int transit;
    private long jitterTimes16;

    ReceiveStatistics(RtpClock clock) {
        this.clock = clock;
    }

    Order onPacket(int sequence, int timestamp, long nowNanos) {
        Order order = order(sequence);
        if (order != Order.JUMP) {
            boolean first = received++ == 0;
            updateJitter(timestamp, nowNanos, first);
        }
        return order;
    }

    /** RFC 3550 appendix A.1, without probation: SRTP has vouched for the sender. */
    private Order order(int sequence) {
        if (highest < 0) {
            restart(sequence);
            return Order.FIRST;
        }
        int distance = SequenceNumber.distance((int) highest, sequence);
        if (distance > 0 && distance < MOST_DROPOUT) {
            highest += distance;
            successorOfJump = NO_JUMP;
            return Order.AHEAD;
        }
        if (distance <= 0 && distance > -MOST_MISORDER) {
            return Order.BEHIND;
        }
        if (sequence == successorOfJump) {
            restart(sequence);
            return Order.RESTART;
        }
        successorOfJump = SequenceNumber.next(sequence);
        return Order.JUMP;
    }

    private void restart(int sequence) {
        base = FIRST_CYCLE + sequence;
        highest = base;
        successorOfJump = NO_JUMP;
        received = 0;
        expectedBefore = 0;
        receivedBefore = 0;
    }

    /** RFC 3550 appendix A.8. */
    private void updateJitter(int timestamp, long nowNanos, boolean first) {
        int newTransit = (int) clock.ticks(nowNanos) - timestamp;
        if (!first) {
            long difference = Math.abs((long) (newTransit - transit));
            jitterTimes16 += difference - (jitterTimes16 + 8 >> 4);
        }
        transit = newTransit;
    }

    /** The number of a packet near the highest, without wrap. */
    long unwrap(int sequence) {
        return highest + SequenceNumber.distance((int) highest, sequence);
    }

    boolean isEmpty() {
        return highest < 0;
    }

    long highest() {
        return highest;
    }

    long received() {
        return received;
    }

    /** Interarrival jitter in ticks. */
    long jitter() {
        return jitterTimes16 >> 4;
    }

    /** Packets that never came, negative when there were more duplicates. */
    long lost() {
        return isEmpty() ? 0 : highest - base + 1 - received;
    }

    /** RFC 3550 appendix A.3; the interval of the fraction starts anew. */
    ReportBlock report(int ssrc, int lastSenderReport, int delaySinceLast) {
        long expected = highest - base + 1;
        long expectedNow = expected - expectedBefore;
        long lostNow = expectedNow - (received - receivedBefore);
        expectedBefore = expected;
        receivedBefore = received;
        int fraction =
                expectedNow <= 0 || lostNow <= 0
                        ? 0
                        : (int) Math.min(255, (lostNow << 8) / expectedNow);
        return new ReportBlock(
                ssrc,
                fraction,
                Math.clamp(lost(), -0x800000, 0x7FFFFF),
                highest - FIRST_CYCLE & 0xFFFF_FFFFL,
                jitter(),
                lastSenderReport,
                delaySinceLast);
    }
}

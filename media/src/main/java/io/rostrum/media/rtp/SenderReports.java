package io.rostrum.media.rtp;

import io.rostrum.media.time.NtpTime;
import io.rostrum.media.time.RtpClock;
import java.util.OptionalLong;

/** The last sender report of an incoming stream (RFC 3550 section 6.4.1). */
final class SenderReports {
    private final RtpClock clock;
    private boolean any;
    private long ntp;
    private int rtpTimestamp;
    private long arrivedAt;

    SenderReports(RtpClock clock) {
        this.clock = clock;
    }

    void onReport(long newNtp, int newRtpTimestamp, long nowNanos) {
        any = true;
        ntp = newNtp;
        rtpTimestamp = newRtpTimestamp;
        arrivedAt = nowNanos;
    }

    /** When the sender captured this by his own wall clock, as an NTP stamp. */
    OptionalLong captureNtp(int timestamp) {
        if (!any) {
            return OptionalLong.empty();
        }
        long nanos = clock.nanos(RtpClock.distance(rtpTimestamp, timestamp));
        return OptionalLong.of(NtpTime.plusNanos(ntp, nanos));
    }

    int last() {
        return any ? NtpTime.middle(ntp) : 0;
    }

    int delaySinceLast(long nowNanos) {
        return any ? NtpTime.middleOfNanos(nowNanos - arrivedAt) : 0;
    }
}

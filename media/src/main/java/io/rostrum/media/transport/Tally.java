package io.rostrum.media.transport;

import java.util.EnumMap;
import java.util.Map;

/** Counts while packets pass; see {@link TransportCounters}. */
@SuppressWarnings("EnumOrdinal") // An array counts without boxing, and is never stored.
final class Tally {
    private final long[] dropped = new long[Drop.values().length];
    long datagramsIn;
    long bytesIn;
    long datagramsOut;
    long bytesOut;
    long rtpIn;
    long rtcpIn;
    long rtpOut;
    long rtcpOut;
    long checks;

    void drop(Drop reason) {
        dropped[reason.ordinal()]++;
    }

    TransportCounters snapshot(long overflow, long applicationData) {
        Map<Drop, Long> reasons = new EnumMap<>(Drop.class);
        for (Drop reason : Drop.values()) {
            long count = dropped[reason.ordinal()] + (reason == Drop.DTLS_OVERFLOW ? overflow : 0);
            if (count > 0) {
                reasons.put(reason, count);
            }
        }
        return new TransportCounters(
                datagramsIn,
                bytesIn,
                datagramsOut,
                bytesOut,
                rtpIn,
                rtcpIn,
                rtpOut,
                rtcpOut,
                checks,
                applicationData,
                reasons);
    }
}

package io.rostrum.media.transport;

import java.util.Map;

/**
 * What passed since the transport was made; bytes are those of datagrams.
 *
 * @param checks valid STUN messages
 * @param applicationData DTLS records that nobody wants
 * @param dropped by reason; reasons that never happened are left out
 */
public record TransportCounters(
        long datagramsIn,
        long bytesIn,
        long datagramsOut,
        long bytesOut,
        long rtpIn,
        long rtcpIn,
        long rtpOut,
        long rtcpOut,
        long checks,
        long applicationData,
        Map<Drop, Long> dropped) {
    public TransportCounters {
        dropped = Map.copyOf(dropped);
    }

    /** Packets that went no further while the path stood. */
    public long drops() {
        return sum(false);
    }

    /** Packets that went no further because the path did not stand yet, or no more. */
    public long beside() {
        return sum(true);
    }

    private long sum(boolean beside) {
        return dropped.entrySet().stream()
                .filter(each -> each.getKey().isBeside() == beside)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long dropped(Drop reason) {
        return dropped.getOrDefault(reason, 0L);
    }
}

package io.rostrum.load.watch;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Counts the packets of one receiver by their sequence numbers, which are in the clear. */
final class Arrivals {
    /** RFC 3550 section 5.1. */
    private static final int SEQUENCE_AT = 2;

    private static final int SSRC_AT = 8;

    private final Map<Integer, Stream> streams = new HashMap<>();
    private long bytes;

    private static final class Stream {
        private final int first;
        private int highest;
        private long cycles;
        private long received;

        Stream(int sequence) {
            first = sequence;
            highest = sequence;
        }

        void count(int sequence) {
            received++;
            int ahead = sequence - highest & 0xFFFF;
            if (ahead < 0x8000) {
                cycles += sequence < highest ? 0x10000 : 0;
                highest = sequence;
            }
        }

        long expected() {
            return cycles + highest - first + 1;
        }
    }

    void count(ByteBuffer packet) {
        bytes += packet.remaining();
        int sequence = packet.getShort(packet.position() + SEQUENCE_AT) & 0xFFFF;
        int ssrc = packet.getInt(packet.position() + SSRC_AT);
        streams.computeIfAbsent(ssrc, source -> new Stream(sequence)).count(sequence);
    }

    long received() {
        return streams.values().stream().mapToLong(stream -> stream.received).sum();
    }

    long lost() {
        return streams.values().stream().mapToLong(Stream::expected).sum() - received();
    }

    long bytes() {
        return bytes;
    }
}

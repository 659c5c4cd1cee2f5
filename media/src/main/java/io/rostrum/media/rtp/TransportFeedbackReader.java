package io.rostrum.media.rtp;

import io.rostrum.media.buffer.Buffer;

/** Reads what a receiver tells of the arrival of our packets. */
public final class TransportFeedbackReader {
    /** What is told of each packet, in the order of sending. */
    public interface Listener {
        /**
         * Arrived.
         *
         * @param micros by the receiver's clock; only differences mean something, and it wraps
         *     every 12 days
         */
        void onArrived(int sequence, long micros);

        /** Had not arrived when the report was written. */
        void onMissing(int sequence);
    }

    /** More packets in one report than any sender has in flight: not believed. */
    private static final int MOST = 4096;

    private static final int TICK_MICROS = 250;
    private static final int REFERENCE_MICROS = 64_000;

    private final byte[] symbols = new byte[MOST];

    /**
     * Reads {@code length} bytes from the base sequence on, as {@link
     * io.rostrum.media.packet.RtcpListener#onTransportFeedback} has them.
     *
     * @return false, and nothing was told, when it is malformed
     */
    public boolean read(Buffer buffer, int at, int length, Listener listener) {
        int end = at + length;
        int count = length < 8 ? 0 : buffer.u16(at + 2);
        if (count == 0 || count > MOST) {
            return false;
        }
        int deltas = readSymbols(buffer, at + 8, end, count);
        if (deltas < 0 || deltas + deltaBytes(count) > end) {
            return false;
        }
        tell(buffer, at, deltas, count, listener);
        return true;
    }

    private int readSymbols(Buffer buffer, int from, int end, int count) {
        int at = from;
        int done = 0;
        while (done < count) {
            if (at + 2 > end) {
                return -1;
            }
            int told = TransportFeedback.readChunk(buffer.u16(at), symbols, done, count);
            if (told == 0) {
                return -1;
            }
            done += told;
            at += 2;
        }
        return at;
    }

    /** Bytes of the deltas; the reserved symbol 3 makes it more than any packet has. */
    private int deltaBytes(int count) {
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            bytes += symbols[i] > TransportFeedback.LARGE ? 1 << 16 : symbols[i];
        }
        return bytes;
    }

    private void tell(Buffer buffer, int start, int deltas, int count, Listener listener) {
        int base = buffer.u16(start);
        long micros = (long) buffer.u24(start + 4) * REFERENCE_MICROS;
        int at = deltas;
        for (int i = 0; i < count; i++) {
            int sequence = base + i & 0xFFFF;
            if (symbols[i] == TransportFeedback.MISSING) {
                listener.onMissing(sequence);
                continue;
            }
            int delta =
                    symbols[i] == TransportFeedback.SMALL ? buffer.u8(at) : (short) buffer.u16(at);
            micros += (long) delta * TICK_MICROS;
            listener.onArrived(sequence, micros);
            at += symbols[i];
        }
    }
}

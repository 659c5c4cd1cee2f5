package io.rostrum.media.rtp;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.RtcpWriter;
import io.rostrum.media.time.SequenceUnwrapper;

/**
 * Tells a sender when each of its packets arrived, over all streams of a transport
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01 section 3.1).
 */
public final class TransportFeedbackBuilder {
    /** Least time between two reports. */
    public static final long PAUSE_NANOS = 50_000_000L;

    private static final int WINDOW = 2048;

    /** Unit of a delta. */
    private static final long TICK_NANOS = 250_000L;

    /** Ticks in the unit of the reference time, 64 ms. */
    private static final long REFERENCE_TICKS = 256;

    private final SequenceUnwrapper unwrapper = new SequenceUnwrapper();
    private final long[] numbers = new long[WINDOW];
    private final long[] ticks = new long[WINDOW];
    private final byte[] symbols = new byte[WINDOW];
    private final int[] deltas = new int[WINDOW];
    private long next = -1;
    private boolean news;
    private boolean reported;
    private long reportedAt;
    private int feedbackCount;

    /** Takes note of a packet with its transport-wide sequence number. */
    public void onPacket(int sequence, long nowNanos) {
        long number = unwrapper.unwrap(sequence);
        if (number <= unwrapper.highest() - WINDOW) {
            return;
        }
        int slot = (int) (number % WINDOW);
        if (numbers[slot] == number) {
            return;
        }
        numbers[slot] = number;
        ticks[slot] = Math.floorDiv(nowNanos, TICK_NANOS);
        next = next < 0 ? number : Math.min(next, number);
        news = true;
    }

    /** Whether it is time for a report and there is something to tell. */
    public boolean due(long nowNanos) {
        return news && (!reported || nowNanos - reportedAt >= PAUSE_NANOS);
    }

    /** Writes one report; what does not fit is left for the next. */
    public void write(RtcpWriter writer, int sender, int mediaSsrc, long nowNanos) {
        if (!news) {
            return;
        }
        long from = Math.max(next, unwrapper.highest() - WINDOW + 1);
        long first = from;
        while (!arrived(first)) {
            first++;
        }
        long reference = Math.floorDiv(ticks[(int) (first % WINDOW)], REFERENCE_TICKS);
        int room = writer.room() - 20 - 4;
        int count = collect(from, reference * REFERENCE_TICKS, room);
        if (count == 0) {
            next = first;
            return;
        }
        writeContent(writer, sender, mediaSsrc, (int) from, count, (int) reference);
        next = from + count;
        news = next <= unwrapper.highest();
        reported = true;
        reportedAt = nowNanos;
    }

    private boolean arrived(long number) {
        return numbers[(int) (number % WINDOW)] == number;
    }

    /** Fills symbols and deltas as far as they fit, however badly the chunks turn out. */
    private int collect(long from, long firstTick, int room) {
        long before = firstTick;
        int used = 0;
        int count = 0;
        int last = 0;
        for (long number = from; number <= unwrapper.highest(); number++) {
            symbols[count] = TransportFeedback.MISSING;
            if (arrived(number)) {
                long delta = ticks[(int) (number % WINDOW)] - before;
                if (delta != (short) delta) {
                    break;
                }
                before += delta;
                deltas[count] = (int) delta;
                symbols[count] = TransportFeedback.symbolOf((int) delta);
                used += symbols[count];
                last = count + 1;
            }
            count++;
            if (used + 2 * (count / 7 + 1) > room - 4) {
                break;
            }
        }
        return last;
    }

    private void writeContent(
            RtcpWriter writer, int sender, int media, int base, int count, int reference) {
        Buffer buffer = writer.buffer();
        int at = writer.transportFeedback(sender, media, 8);
        int start = at - 12;
        buffer.put16(at, base);
        buffer.put16(at + 2, count);
        buffer.put24(at + 4, reference);
        buffer.put8(at + 7, feedbackCount++);
        at = writeChunks(buffer, count);
        at = writeDeltas(buffer, at, count);
        pad(buffer, start, at);
    }

    private int writeChunks(Buffer buffer, int count) {
        int at = buffer.length();
        for (int done = 0; done < count; at += 2) {
            buffer.setLength(at + 2);
            done += TransportFeedback.writeChunk(buffer, at, symbols, done, count);
        }
        return at;
    }

    private int writeDeltas(Buffer buffer, int from, int count) {
        int at = from;
        for (int i = 0; i < count; i++) {
            buffer.setLength(at + symbols[i]);
            if (symbols[i] == TransportFeedback.SMALL) {
                buffer.put8(at, deltas[i]);
            } else if (symbols[i] == TransportFeedback.LARGE) {
                buffer.put16(at, deltas[i]);
            }
            at += symbols[i];
        }
        return at;
    }

    /** The padding is announced in the header, its last byte is its length (RFC 3550 6.4.1). */
    private static void pad(Buffer buffer, int start, int end) {
        int padding = -(end - start) & 3;
        buffer.setLength(end + padding);
        if (padding > 0) {
            for (int i = 0; i < padding; i++) {
                buffer.put8(end + i, 0);
            }
            buffer.put8(end + padding - 1, padding);
            buffer.put8(start, buffer.u8(start) | 0x20);
        }
        buffer.put16(start + 2, (end + padding - start) / 4 - 1);
    }
}

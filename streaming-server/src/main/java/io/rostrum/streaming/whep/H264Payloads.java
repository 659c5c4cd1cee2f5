package io.rostrum.streaming.whep;

import java.nio.ByteBuffer;

/** Cuts an access unit into RTP payloads: single NAL, STAP-A and FU-A (RFC 6184 section 5). */
final class H264Payloads {
    /** A packet stays below 1200 bytes with header and SRTP tag, so that it passes every path. */
    static final int MOST_BYTES = 1150;

    private static final int STAP_A = 24;
    private static final int FU_A = 28;
    private static final int TYPE = 0x1F;
    private static final int IMPORTANCE = 0x60;
    private static final int START = 0x80;
    private static final int END = 0x40;

    /** Takes the payloads in their order. */
    @FunctionalInterface
    interface Out {
        /** The bytes are lent for the time of the call. */
        void payload(byte[] bytes, int length, boolean last);
    }

    private final byte[] payload = new byte[MOST_BYTES];

    /** NAL units of one aggregate that is not sent yet. */
    private int gathered;

    private int length;

    /**
     * NAL units with 4-byte lengths; the rest of a unit that claims more than there is is dropped.
     */
    void cut(byte[] unit, Out out) {
        begin();
        ByteBuffer in = ByteBuffer.wrap(unit);
        while (in.remaining() > 4) {
            int size = Math.clamp(in.getInt(), 0, in.remaining());
            int at = in.position();
            in.position(at + size);
            if (size > 0) {
                nal(unit, at, size, in.remaining() <= 4, out);
            }
        }
        flush(true, out);
    }

    private void nal(byte[] unit, int at, int size, boolean last, Out out) {
        if (length + 2 + size > MOST_BYTES) {
            flush(false, out);
        }
        if (1 + 2 + size > MOST_BYTES) {
            fragment(unit, at, size, last, out);
        } else {
            gather(unit, at, size);
        }
    }

    private void gather(byte[] unit, int at, int size) {
        int importance = Math.max(payload[0] & IMPORTANCE, unit[at] & IMPORTANCE);
        payload[0] = (byte) (importance | STAP_A);
        payload[length] = (byte) (size >> 8);
        payload[length + 1] = (byte) size;
        System.arraycopy(unit, at, payload, length + 2, size);
        length += 2 + size;
        gathered++;
    }

    private void flush(boolean last, Out out) {
        if (gathered == 1) {
            System.arraycopy(payload, 3, payload, 0, length - 3);
            out.payload(payload, length - 3, last);
        } else if (gathered > 1) {
            out.payload(payload, length, last);
        }
        begin();
    }

    private void begin() {
        gathered = 0;
        length = 1;
        payload[0] = STAP_A;
    }

    private void fragment(byte[] unit, int at, int size, boolean last, Out out) {
        int header = unit[at];
        int end = at + size;
        for (int from = at + 1; from < end; ) {
            int count = Math.min(MOST_BYTES - 2, end - from);
            payload[0] = (byte) (header & IMPORTANCE | FU_A);
            payload[1] =
                    (byte)
                            (header & TYPE
                                    | (from == at + 1 ? START : 0)
                                    | (from + count == end ? END : 0));
            System.arraycopy(unit, from, payload, 2, count);
            from += count;
            out.payload(payload, count + 2, last && from == end);
        }
        begin();
    }
}

package io.rostrum.media.video;

import java.nio.ByteBuffer;

/**
 * Cuts access units into RTP payloads (RFC 6184): parameter sets go together in one STAP-A (section
 * 5.7.1), large units in FU-As (section 5.8), the others alone (section 5.6).
 *
 * <p>Writes every payload into the same array, so that nothing is allocated for a packet.
 */
public final class H264Payloads {
    private static final int LENGTH_BYTES = 4;
    private static final int STAP_A = 24;
    private static final int FU_A = 28;
    private static final int TYPE = 0x1F;
    private static final int IMPORTANCE = 0x60;
    private static final int START = 0x80;
    private static final int END = 0x40;
    private static final int SEQUENCE_SET = 7;
    private static final int PICTURE_SET = 8;

    /** Takes the payloads in their order. */
    @FunctionalInterface
    public interface Out {
        /**
         * @param bytes lent for the time of the call
         * @param last the marker bit: nothing more of the access unit follows
         */
        void payload(byte[] bytes, int length, boolean last);
    }

    private final byte[] payload;

    /** Parameter sets of one aggregate that is not sent yet. */
    private int gathered;

    private int length;

    /**
     * @param mostBytes of a payload; 3 or more
     */
    public H264Payloads(int mostBytes) {
        payload = new byte[mostBytes];
    }

    /**
     * Cuts one access unit.
     *
     * @param unit NAL units with 4-byte lengths; one that claims more than there is takes the rest
     */
    public void cut(byte[] unit, Out out) {
        begin();
        ByteBuffer in = ByteBuffer.wrap(unit);
        while (in.remaining() > LENGTH_BYTES) {
            int size = Math.clamp(in.getInt(), 0, in.remaining());
            int at = in.position();
            in.position(at + size);
            if (size > 0) {
                nal(unit, at, size, in.remaining() <= LENGTH_BYTES, out);
            }
        }
        flush(true, out);
    }

    private void nal(byte[] unit, int at, int size, boolean last, Out out) {
        int type = unit[at] & TYPE;
        boolean set = type == SEQUENCE_SET || type == PICTURE_SET;
        if (!set || length + 2 + size > payload.length) {
            flush(false, out);
        }
        if (set && length + 2 + size <= payload.length) {
            gather(unit, at, size);
        } else if (size <= payload.length) {
            System.arraycopy(unit, at, payload, 0, size);
            out.payload(payload, size, last);
            begin();
        } else {
            fragment(unit, at, size, last, out);
        }
    }

    /** The most important unit gives the reference bits. */
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
            int count = Math.min(payload.length - 2, end - from);
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

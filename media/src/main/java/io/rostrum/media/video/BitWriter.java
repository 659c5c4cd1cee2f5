package io.rostrum.media.video;

import java.io.ByteArrayOutputStream;

/** Writes the bits of a NAL unit (H.264 sections 7.2 and 9.1). */
final class BitWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int current;
    private int count;

    BitWriter bit(int bit) {
        current = current << 1 | bit & 1;
        if (++count == 8) {
            out.write(current);
            current = 0;
            count = 0;
        }
        return this;
    }

    BitWriter bits(int value, int length) {
        for (int i = length - 1; i >= 0; i--) {
            bit(value >> i);
        }
        return this;
    }

    /** ue(v). */
    BitWriter unsigned(int value) {
        int length = Integer.SIZE - Integer.numberOfLeadingZeros(value + 1);
        return bits(0, length - 1).bits(value + 1, length);
    }

    boolean aligned() {
        return count == 0;
    }

    /**
     * A NAL unit of what was written, with emulation prevention bytes (section 7.4.1).
     *
     * @param header its first byte
     */
    byte[] unit(int header) {
        ByteArrayOutputStream unit = new ByteArrayOutputStream();
        unit.write(header);
        int zeros = 0;
        for (byte next : out.toByteArray()) {
            if (zeros == 2 && (next & 0xFF) <= 3) {
                unit.write(3);
                zeros = 0;
            }
            unit.write(next);
            zeros = next == 0 ? zeros + 1 : 0;
        }
        return unit.toByteArray();
    }
}

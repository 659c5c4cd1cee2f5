package io.rostrum.streaming.timeline;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A stored feed segment: the entry that makes it count.
 *
 * @param number in the feed, from 0
 * @param offset of its first byte in the samples file
 * @param length in bytes
 * @param start decode time of its first video frame in 1/90000 s
 * @param end of its last video frame, as far as the feed said, in 1/90000 s
 * @param mark of the live numbering at its start
 * @param checksum CRC-32C of its bytes
 */
public record Segment(
        long number, long offset, int length, long start, long end, Mark mark, int checksum) {
    private static final int MAGIC = 0x52535447;
    static final int SIZE = 4 + 8 + 8 + 4 + 8 + 8 + Mark.SIZE + 4 + 4;

    ByteBuffer write() {
        ByteBuffer out = ByteBuffer.allocate(SIZE).putInt(MAGIC).putLong(number).putLong(offset);
        out.putInt(length).putLong(start).putLong(end);
        mark.write(out);
        out.putInt(checksum);
        out.putInt(checksum(out.array(), SIZE - 4));
        return out.flip();
    }

    /** The entry, or nothing where the bytes were not written to their end. */
    static Optional<Segment> read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length != SIZE
                || in.getInt() != MAGIC
                || ByteBuffer.wrap(bytes).getInt(SIZE - 4) != checksum(bytes, SIZE - 4)) {
            return Optional.empty();
        }
        return Optional.of(
                new Segment(
                        in.getLong(),
                        in.getLong(),
                        in.getInt(),
                        in.getLong(),
                        in.getLong(),
                        Mark.read(in),
                        in.getInt()));
    }

    static int checksum(byte[] bytes, int count) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, count);
        return (int) crc.getValue();
    }
}

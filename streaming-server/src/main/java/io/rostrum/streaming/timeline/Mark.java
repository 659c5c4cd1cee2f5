package io.rostrum.streaming.timeline;

import java.nio.ByteBuffer;

/**
 * Where the live numbering stands at the start of a feed segment, so that it goes on after a crash.
 *
 * @param valid whether an HLS segment begins exactly here
 * @param number media sequence number of that HLS segment
 * @param start of its first frame in 1/90000 s; may be earlier than the frame's own time
 * @param sound decode time of the first audio frame that belongs to it, in 1/48000 s
 * @param frame usual length of a frame in 1/90000 s
 * @param group length of the group of pictures before, in 1/90000 s
 */
public record Mark(boolean valid, long number, long start, long sound, long frame, long group) {
    static final int SIZE = 41;
    public static final Mark NONE = new Mark(false, 0, 0, 0, 0, 0);

    void write(ByteBuffer out) {
        out.put((byte) (valid ? 1 : 0)).putLong(number).putLong(start).putLong(sound);
        out.putLong(frame).putLong(group);
    }

    static Mark read(ByteBuffer in) {
        return new Mark(
                in.get() == 1,
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong());
    }
}

package io.rostrum.streaming.timeline;

import io.rostrum.protocol.cmaf.Sample;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.ObjLongConsumer;

/** How samples lie in the samples file: a header of 20 bytes, then the data. */
public final class Records {
    /** size u32, track u8, key u8, reserved u16, time u64, duration u32. */
    public static final int HEADER = 20;

    private Records() {}

    static int size(Sample sample) {
        return HEADER + sample.data().length;
    }

    static void write(ByteBuffer out, Sample sample) {
        out.putInt(sample.data().length).put((byte) sample.track());
        out.put((byte) (sample.key() ? 1 : 0)).putShort((short) 0);
        out.putLong(sample.decodeTime()).putInt((int) sample.duration()).put(sample.data());
    }

    /**
     * Reads every sample of whole segments.
     *
     * @param out is given each sample and the offset of its data from the buffer's start
     */
    static void read(ByteBuffer in, ObjLongConsumer<Sample> out) throws IOException {
        while (in.hasRemaining()) {
            if (in.remaining() < HEADER) {
                throw new IOException("samples file: a header is cut");
            }
            int size = in.getInt();
            int track = in.get();
            boolean key = in.get() == 1;
            in.getShort();
            long time = in.getLong();
            long duration = Integer.toUnsignedLong(in.getInt());
            if (size < 0 || size > in.remaining() || track < 1) {
                throw new IOException("samples file: a sample of track " + track + " is cut");
            }
            long at = in.position();
            byte[] data = new byte[size];
            in.get(data);
            out.accept(new Sample(track, time, duration, key, data), at);
        }
    }
}

package io.rostrum.streaming.main;

import io.rostrum.protocol.cmaf.AvcConfig;
import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Random;

/** Feed segments of any size, of pictures that nobody can decode. */
final class Large {
    static final byte[] INIT =
            FeedTracks.init(
                            AvcConfig.of(
                                    HexFormat.of().parseHex("6742c01fd9005005bb011000"),
                                    HexFormat.of().parseHex("68cb83cb20")))
                    .bytes();

    private Large() {}

    /** Two seconds of a feed. */
    static byte[] segment(int number, int bytes) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < 2; i++) {
            byte[] data = new byte[bytes / 2];
            new Random(number * 2L + i).nextBytes(data);
            ByteBuffer.wrap(data).putInt(data.length - 4).put((byte) 0x65);
            Sample sample = new Sample(1, number * 180_000L + i * 90_000L, 90_000, i == 0, data);
            out.writeBytes(FragmentWriter.write(1, sample));
            Sample sound =
                    new Sample(2, number * 96_256L + i * 48_128L, 1024, true, new byte[] {33});
            out.writeBytes(FragmentWriter.write(1, sound));
        }
        return out.toByteArray();
    }
}

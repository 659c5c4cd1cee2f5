package io.rostrum.streaming.main;

import io.rostrum.protocol.cmaf.AvcConfig;
import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** A feed of two-second segments in which there is nothing to see or hear. */
final class Blank {
    static final byte[] INIT =
            FeedTracks.init(
                            AvcConfig.of(
                                    HexFormat.of().parseHex("6742c01fd9005005bb011000"),
                                    HexFormat.of().parseHex("68cb83cb20")))
                    .bytes();

    private Blank() {}

    /** Two seconds, from that second on. */
    static byte[] segment(int second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 60; i++) {
            long time = second * 90000L + i * 3000;
            out.writeBytes(
                    FragmentWriter.write(
                            1, new Sample(1, time, 3000, i == 0, new byte[] {0, 0, 0, 1, 65})));
            long sound = (time * 8 / 15 + 1023) / 1024;
            if (sound * 1024 < (time + 3000) * 8 / 15) {
                Sample aac = new Sample(2, sound * 1024, 1024, true, new byte[] {33});
                out.writeBytes(FragmentWriter.write(1, aac));
            }
        }
        return out.toByteArray();
    }
}

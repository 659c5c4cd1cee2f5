package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** RTP recorded of ffmpeg: length and packet, one after the other. */
final class Recording {
    private Recording() {}

    static List<Buffer> h264() {
        return read("/rtp/h264-baseline-320x180.rtp");
    }

    static List<Buffer> vp8() {
        return read("/rtp/vp8-320x180.rtp");
    }

    private static List<Buffer> read(String name) {
        List<Buffer> packets = new ArrayList<>();
        try (DataInputStream in =
                new DataInputStream(
                        Objects.requireNonNull(Recording.class.getResourceAsStream(name)))) {
            while (in.available() > 0) {
                byte[] packet = in.readNBytes(in.readUnsignedShort());
                packets.add(Buffer.copyOf(packet, 0, packet.length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packets;
    }
}

package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.ExtensionBlock;
import io.rostrum.media.packet.Rtp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sends frames whose bytes say whose they are. */
final class SyntheticSource implements PictureSource.KeyFrames {
    final PictureSource source;
    final int mark;
    final int payloadType;
    int sequence;
    int timestamp;
    int asked;
    boolean keyWanted = true;
    private int pictureId;

    SyntheticSource(String name, VideoCodec codec, int mark, int sequence, int timestamp) {
        source = new PictureSource(name, codec, this);
        this.mark = mark;
        this.sequence = sequence;
        this.timestamp = timestamp;
        payloadType = 30 + mark;
        pictureId = mark * 1000;
    }

    @Override
    public void request() {
        asked++;
        keyWanted = true;
    }

    @Override
    public void onArrived() {
        keyWanted = false;
    }

    /** The packets of the next frame, {@code ticks} after the one before. */
    List<Buffer> frame(boolean key, int ticks, int size) {
        timestamp += ticks;
        List<byte[]> payloads = new ArrayList<>();
        if (source.codec() == VideoCodec.H264) {
            List<byte[]> units = new ArrayList<>();
            if (key) {
                units.add(new byte[] {0x67, 0x42, (byte) mark, 1});
                units.add(new byte[] {0x68, (byte) mark});
            }
            units.add(content(key ? 0x65 : 0x41, size));
            H264.packetize(units, 100, (payload, last) -> payloads.add(payload));
        } else {
            pictureId = pictureId + 1 & 0x7FFF;
            byte[] frame = content(key ? 0x10 : 0x11, Math.max(10, size));
            Vp8.packetize(
                    frame,
                    100,
                    pictureId,
                    pictureId & 0xFF,
                    (payload, last) -> payloads.add(payload));
        }
        List<Buffer> packets = new ArrayList<>();
        for (int i = 0; i < payloads.size(); i++) {
            packets.add(packet(payloads.get(i), i == payloads.size() - 1));
        }
        return packets;
    }

    private byte[] content(int head, int size) {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) (0x80 | mark));
        content[0] = (byte) head;
        return content;
    }

    private Buffer packet(byte[] payload, boolean last) {
        Buffer packet = new BufferPool(0).lend(Rtp.FIXED_HEADER + payload.length);
        Rtp.write(packet, payloadType, sequence, timestamp, mark);
        Rtp.marker(packet, last);
        packet.put(Rtp.FIXED_HEADER, payload, 0, payload.length);
        new ExtensionBlock().add(9, new byte[] {1, 2, 3}).writeTo(packet);
        sequence = sequence + 1 & 0xFFFF;
        return packet;
    }

    void send(List<Buffer> packets, long nowNanos) {
        packets.forEach(packet -> source.onPacket(packet, nowNanos));
    }
}

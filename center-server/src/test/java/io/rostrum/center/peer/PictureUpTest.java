package io.rostrum.center.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.sdp.Codec;
import io.rostrum.media.sdp.Format;
import io.rostrum.media.video.AccessUnits;
import io.rostrum.media.video.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PictureUpTest {
    private static final int PRIMARY = 96;
    private static final int REPETITIONS = 97;
    private static final int SSRC = 0xAA;
    private static final int RTX_SSRC = 0xBB;
    private static final long PATIENCE = 300_000_000L;

    private final List<Frame> frames = new ArrayList<>();
    private final Asked asked = new Asked();
    private final PictureUp up =
            new PictureUp(
                    "ana",
                    new Codec(Format.VP8, PRIMARY, OptionalInt.of(REPETITIONS), Map.of(), Set.of()),
                    new LipSync(),
                    asked);
    private final Inbound primary = up.bind(SSRC);
    private final Inbound repetitions = up.repair();

    /** Counts what its owner is told. */
    private static final class Asked implements PictureUp.Owner {
        private int feedback;

        @Override
        public void onFeedbackDue() {
            feedback++;
        }

        @Override
        public void onSending(boolean sending) {}
    }

    @BeforeEach
    void watch() {
        new AccessUnits(up.source(), PATIENCE, frames::add).open();
        primary.onRtp(key(1000), 0);
        asked.feedback = 0;
    }

    /** RFC 7741 section 4.2 and RFC 6386 section 9.1: begins a partition 0, of a key frame. */
    private static Buffer key(int sequence) {
        return packet(
                sequence, 0x10, 0x10, 0x02, 0x00, 0x9D, 0x01, 0x2A, 0x80, 0x02, 0x68, 0x01, 0x00);
    }

    private static Buffer next(int sequence) {
        return packet(sequence, 0x10, 0x11, 0x02, 0x00, 0x00);
    }

    /** One frame in one packet. */
    private static Buffer packet(int sequence, int... payload) {
        Buffer packet = Buffer.wrap(new byte[Rtp.FIXED_HEADER + payload.length]);
        Rtp.write(packet, PRIMARY, sequence, sequence * 3000, SSRC);
        Rtp.marker(packet, true);
        for (int i = 0; i < payload.length; i++) {
            packet.put8(Rtp.FIXED_HEADER + i, payload[i]);
        }
        return packet;
    }

    /** As Chromium sends them on the stream of retransmissions: padding, and nothing else. */
    private static Buffer probe(int sequence) {
        Buffer packet = packet(sequence, 0, 0, 3);
        Rtp.payloadType(packet, REPETITIONS);
        Rtp.ssrc(packet, RTX_SSRC);
        packet.put8(0, packet.u8(0) | 0x20);
        return packet;
    }

    @Test
    void aBrowserThatProbesThePathLosesNoPicture() {
        for (int i = 1; i <= 20; i++) {
            repetitions.onRtp(probe(20_000 + i), 0);
            primary.onRtp(next(1000 + i), 0);
            repetitions.onRtp(probe(1000 + i + 1), 0); // the numbers may even be near each other
        }
        assertThat(frames).hasSize(21);
        assertThat(asked.feedback).isZero();
    }
}

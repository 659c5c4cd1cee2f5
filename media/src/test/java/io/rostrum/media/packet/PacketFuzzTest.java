package io.rostrum.media.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.Fuzz;
import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PacketFuzzTest {
    private static final List<byte[]> PACKETS =
            List.of(
                    Packets.hex(
                                    "b2e01234 00000001 0000cafe 00000011 00000022"
                                            + "bede0003 10850033 76616c20 00000000 0a0b0c000003")
                            .bytes(),
                    Packets.hex("906000010000000100000001 100f0002 ff03aabbcc 010185 0102030405")
                            .bytes(),
                    Packets.rtp(1, (byte) 1, (byte) 2, (byte) 3).bytes());

    @Test
    void noRtpPacketBreaksTheReader() {
        Fuzz.feed("rtp", Fuzz.QUICK, 1, PACKETS, this::readRtp);
    }

    @Test
    @Tag("slow")
    void noneOfAMillionRtpPacketsBreaksTheReader() {
        Fuzz.feed("rtp", Fuzz.THOROUGH, 2, PACKETS, this::readRtp);
    }

    private void readRtp(byte[] input) {
        Buffer packet = Buffer.copyOf(input, 0, input.length);
        if (!Rtp.isValid(packet)) {
            return;
        }
        int payload = Rtp.payloadLength(packet);
        assertThat(payload).isNotNegative();
        for (int id = 0; id < 20; id++) {
            int found = HeaderExtensions.find(packet, id);
            if (found != HeaderExtensions.NONE) {
                packet.bytes(HeaderExtensions.at(found), HeaderExtensions.length(found));
            }
            Extension.audioLevel(packet, id);
            Extension.transportSequence(packet, id);
            Extension.text(packet, id);
        }
        ExtensionBlock.set(packet, 3, new byte[] {1});
        assertThat(Rtp.isValid(packet)).isTrue();
        assertThat(Rtp.payloadLength(packet)).isEqualTo(payload);
        HeaderExtensions.remove(packet);
        Rtp.dropPadding(packet);
        assertThat(Rtp.isValid(packet)).isTrue();
        assertThat(Rtp.payloadLength(packet)).isEqualTo(payload);
    }

    private static List<byte[]> compounds() {
        BufferPool pool = new BufferPool(0);
        ReportBlock block = new ReportBlock(1, 2, 3, 4, 5, 6, 7);
        RtcpWriter report = new RtcpWriter(pool.lend()).senderReport(1, 2, 3, 4, 5);
        report.block(block);
        report.cname(1, "somebody").bye(1);
        RtcpWriter feedback = new RtcpWriter(pool.lend()).receiverReport(1);
        feedback.block(block);
        feedback.pictureLoss(1, 2).fullIntra(1, 2, 3).maximumBitrate(1, 2, 1_000_000);
        feedback.nack(1, 2, new int[] {1, 5, 90, 65_535}, 4);
        feedback.transportFeedback(1, 2, 12);
        return List.of(report.buffer().bytes(), feedback.buffer().bytes());
    }

    @Test
    void noCompoundBreaksTheReader() {
        Fuzz.feed("rtcp", Fuzz.QUICK, 3, compounds(), this::readRtcp);
    }

    @Test
    @Tag("slow")
    void noneOfAMillionCompoundsBreaksTheReader() {
        Fuzz.feed("rtcp", Fuzz.THOROUGH, 4, compounds(), this::readRtcp);
    }

    private void readRtcp(byte[] input) {
        Heard heard = new Heard();
        RtcpReader.read(Buffer.wrap(input), heard);
        assertThat(heard.told.size()).isLessThan(17 * (input.length / 4 + 1));
    }
}

package io.rostrum.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.Fuzz;
import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.RtcpWriter;
import io.rostrum.media.packet.Rtp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StreamFuzzTest {
    private final ReceiveStream stream =
            new ReceiveStream(ReceiveStream.Settings.picture(Packets.SSRC, Map.of(97, 96)));
    private final BufferPool pool = new BufferPool(2);
    private final TransportFeedbackReader reader = new TransportFeedbackReader();
    private long now;

    private static List<byte[]> packets() {
        List<byte[]> packets = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Buffer packet = Packets.media(65_520 + i);
            packets.add(packet.bytes());
            Rtx.wrap(packet, 0xBB, 97, i);
            packets.add(packet.bytes());
        }
        return packets;
    }

    @Test
    void noPacketBreaksAStream() {
        Fuzz.feed("receive-stream", Fuzz.QUICK, 1, packets(), this::receive);
    }

    @Test
    @Tag("slow")
    void noneOfAMillionPacketsBreaksAStream() {
        Fuzz.feed("receive-stream", Fuzz.THOROUGH, 2, packets(), this::receive);
    }

    private void receive(byte[] input) {
        Buffer packet = Buffer.copyOf(input, 0, input.length);
        if (!Rtp.isValid(packet)) {
            return;
        }
        now += 1_000_000;
        if (Rtp.ssrc(packet) == 0xBB) {
            stream.onRtx(packet);
        } else {
            stream.onRtp(packet, now);
        }
        assertThat(Rtp.isValid(packet)).isTrue();
        assertThat(stream.counts().missing()).isLessThanOrEqualTo(MissingPackets.MOST);
        Buffer feedback = pool.lend();
        RtcpWriter writer = new RtcpWriter(feedback).receiverReport(1);
        stream.writeReport(writer, now);
        stream.writeFeedback(writer, 1, now);
        assertThat(feedback.length()).isLessThanOrEqualTo(RtcpWriter.MOST_BYTES);
        feedback.release();
    }

    private static final List<byte[]> FEEDBACK =
            List.of(
                    HexFormat.of().parseHex("0064000400000100" + "2004" + "000404040002"),
                    HexFormat.of().parseHex("00000003000000ff" + "d200" + "000190ff38"),
                    HexFormat.of().parseHex("fff0000e000000ff" + "b7ff" + "00".repeat(14)));

    @Test
    void noTransportFeedbackBreaksTheReader() {
        Fuzz.feed("transport-feedback", Fuzz.QUICK, 3, FEEDBACK, this::readFeedback);
    }

    @Test
    @Tag("slow")
    void noneOfAMillionTransportFeedbacksBreaksTheReader() {
        Fuzz.feed("transport-feedback", Fuzz.THOROUGH, 4, FEEDBACK, this::readFeedback);
    }

    private void readFeedback(byte[] input) {
        int[] told = {0};
        reader.read(
                Buffer.wrap(input),
                0,
                input.length,
                new TransportFeedbackReader.Listener() {
                    @Override
                    public void onArrived(int sequence, long micros) {
                        told[0]++;
                    }

                    @Override
                    public void onMissing(int sequence) {
                        told[0]++;
                    }
                });
        assertThat(told[0]).isLessThanOrEqualTo(4096);
    }
}

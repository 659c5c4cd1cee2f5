package io.rostrum.media.rtp;

import static io.rostrum.media.rtp.Packets.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.Extension;
import io.rostrum.media.packet.ExtensionBlock;
import io.rostrum.media.packet.ExtensionIds;
import io.rostrum.media.packet.HeaderExtensions;
import io.rostrum.media.packet.RtcpWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeparturesTest {
    private static final ExtensionIds IDS = new ExtensionIds(0, 5, 2, 0, 0, 0);

    private final List<Long> delays = new ArrayList<>();
    private final Departures departures =
            new Departures(
                    IDS,
                    new Departures.Observer() {
                        @Override
                        public void onArrived(long sentMicros, long arrivedMicros, int bytes) {
                            delays.add(arrivedMicros - sentMicros);
                        }

                        @Override
                        public void onMissing(long sentMicros, int bytes) {}
                    });

    private Buffer packet() {
        Buffer packet = Packets.media(1);
        new ExtensionBlock().reserve(5, 2).reserve(2, 3).writeTo(packet);
        return packet;
    }

    @Test
    void numbersAllStreamsTogetherAndStampsTheMoment() {
        Buffer first = packet();
        Buffer second = packet();
        departures.stamp(first, 1000 * MS);
        departures.stamp(Packets.media(2), 1000 * MS);
        departures.stamp(second, 1500 * MS);
        assertThat(Extension.transportSequence(first, 5)).isZero();
        assertThat(Extension.transportSequence(second, 5)).isEqualTo(1);
        assertThat(HeaderExtensions.put24(second, 2, 0)).isTrue();
    }

    @Test
    void learnsFromTheReceiverWhatArrivedAndHowLate() {
        TransportFeedbackBuilder receiver = new TransportFeedbackBuilder();
        for (int i = 0; i < 10; i++) {
            departures.stamp(packet(), i * 10 * MS);
            if (i != 4) {
                receiver.onPacket(i, (i * 10 + 7) * MS);
            }
        }
        RtcpWriter writer = new RtcpWriter(new BufferPool(0).lend());
        receiver.write(writer, 1, 2, 100 * MS);
        departures.onFeedback(writer.buffer(), 12, writer.buffer().length() - 12);
        assertThat(departures.arrived()).isEqualTo(9);
        assertThat(departures.missing()).isEqualTo(1);
        assertThat(delays).hasSize(9).containsOnly(7_000L);
    }

    @Test
    void doesNotBelieveInPacketsThatNeverLeft() {
        TransportFeedbackBuilder receiver = new TransportFeedbackBuilder();
        receiver.onPacket(100, 0);
        RtcpWriter writer = new RtcpWriter(new BufferPool(0).lend());
        receiver.write(writer, 1, 2, 0);
        departures.onFeedback(writer.buffer(), 12, writer.buffer().length() - 12);
        departures.onFeedback(Buffer.wrap(new byte[] {1}), 0, 1);
        assertThat(departures.arrived()).isZero();
        assertThat(departures.malformed()).isEqualTo(1);
    }
}

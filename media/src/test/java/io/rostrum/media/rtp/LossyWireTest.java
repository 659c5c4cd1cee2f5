package io.rostrum.media.rtp;

import static io.rostrum.media.rtp.Packets.MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.ReportBlock;
import io.rostrum.media.packet.RtcpListener;
import io.rostrum.media.packet.RtcpReader;
import io.rostrum.media.packet.RtcpWriter;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.time.NtpTime;
import io.rostrum.media.time.RtpClock;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both ends of a stream over a wire that loses, delays and reorders, under a clock of our own. */
class LossyWireTest {
    private static final long WALL = NtpTime.ofEpochNanos(1_800_000_000_000_000_000L);

    private final BufferPool pool = new BufferPool(1000);
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final TreeSet<Long> received = new TreeSet<>();
    private final SendStream sender =
            new SendStream(
                    new SendStream.Settings(
                            Packets.SSRC, RtpClock.VIDEO, "c", 65_000, 0xBB, Map.of(96, 97)),
                    pool,
                    this::toReceiver);
    private final ReceiveStream receiver =
            new ReceiveStream(ReceiveStream.Settings.picture(Packets.SSRC, Map.of(97, 96)));
    private Random random = new Random(0);
    private double loss;
    private long delay;
    private long jitter;
    private int order;

    private record Event(long at, int order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at != other.at
                    ? Long.compare(at, other.at)
                    : Integer.compare(order, other.order);
        }
    }

    private void at(long when, Runnable action) {
        events.add(new Event(when, order++, action));
    }

    private void toReceiver(Buffer packet, long now) {
        if (random.nextDouble() < loss) {
            packet.release();
            return;
        }
        long when = now + delay + (jitter == 0 ? 0 : random.nextLong(jitter));
        at(when, () -> onRtp(packet, when));
    }

    private void onRtp(Buffer packet, long now) {
        Arrival arrival =
                Rtp.ssrc(packet) == Packets.SSRC
                        ? receiver.onRtp(packet, now)
                        : receiver.onRtx(packet);
        if (arrival == Arrival.MEDIA) {
            assertThat(received.add(packet.i64(Rtp.FIXED_HEADER))).isTrue();
        }
        packet.release();
        feedback(now);
    }

    private void feedback(long now) {
        if (receiver.feedbackDue(now)) {
            RtcpWriter writer = new RtcpWriter(pool.lend());
            receiver.writeFeedback(writer, 1, now);
            toSender(writer.buffer(), now);
        }
    }

    private void toSender(Buffer compound, long now) {
        if (random.nextDouble() < loss) {
            compound.release();
            return;
        }
        at(
                now + delay,
                () -> {
                    assertThat(RtcpReader.read(compound, new Ear(now + delay))).isZero();
                    compound.release();
                });
    }

    private void send(long number, long now) {
        byte[] payload = new byte[8];
        Buffer.wrap(payload).put64(0, number);
        sender.send(sender.packet(96, (int) number * 3000, true, payload), now);
    }

    private void reports(long now) {
        long ntp = NtpTime.plusNanos(WALL, now);
        RtcpWriter writer = new RtcpWriter(pool.lend());
        sender.synchronise(ntp, 0);
        sender.writeReport(writer, ntp);
        Buffer sent = writer.buffer();
        at(
                now + delay,
                () -> {
                    RtcpReader.read(sent, new Ear(now + delay));
                    sent.release();
                });
        RtcpWriter back = new RtcpWriter(pool.lend()).receiverReport(1);
        receiver.writeReport(back, now);
        toSender(back.buffer(), now);
    }

    private final class Ear implements RtcpListener {
        private final long now;

        Ear(long now) {
            this.now = now;
        }

        @Override
        public void onSenderReport(int ssrc, long ntp, int rtp, long packets, long octets) {
            receiver.onSenderReport(ntp, rtp, now);
        }

        @Override
        public void onReportBlock(int reporter, ReportBlock block) {
            sender.onReportBlock(block, NtpTime.plusNanos(WALL, now));
        }

        @Override
        public void onNack(int from, int mediaSsrc, int sequence) {
            assertThat(mediaSsrc).isEqualTo(Packets.SSRC);
            sender.onNack(sequence, now);
        }

        @Override
        public void onCname(int ssrc, String cname) {}

        @Override
        public void onBye(int ssrc) {}

        @Override
        public void onPictureLoss(int from, int mediaSsrc) {}

        @Override
        public void onFullIntra(int from, int mediaSsrc, int commandSequence) {}

        @Override
        public void onTransportFeedback(int from, Buffer compound, int at, int length) {}

        @Override
        public void onMaximumBitrate(int from, long bitsPerSecond) {}
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.05, 20, 0",
        "2, 0.05, 20, 5",
        "3, 0.05, 100, 30",
        "4, 0.20, 20, 0",
        "5, 0.00, 20, 30",
    })
    void everythingArrivesOnceWhateverTheWireLoses(
            long seed, double share, long delayMs, long jitterMs) {
        random = new Random(seed);
        loss = share;
        delay = delayMs * MS;
        jitter = jitterMs * MS;
        long packets = 5000;
        for (long i = 0; i < packets; i++) {
            long number = i;
            at(i * 2 * MS, () -> send(number, number * 2 * MS));
        }
        long end = packets * 2 * MS + 3000 * MS;
        for (long now = 0; now < end; now += 10 * MS) {
            long moment = now;
            at(now, () -> feedback(moment));
        }
        for (long now = 0; now < end; now += 1000 * MS) {
            long moment = now;
            at(now, () -> reports(moment));
        }
        run();
        // Who never hears of the last packets cannot ask for them.
        assertThat(received.headSet(packets - 10).size()).isEqualTo((int) packets - 10);
        assertThat(receiver.counts().givenUp()).isZero();
        assertThat(sender.roundTrip()).isBetween(2 * delay - MS, 2 * delay + jitter + MS);
        sender.close();
        assertThat(pool.lent()).isZero();
    }

    private void run() {
        while (!events.isEmpty()) {
            events.remove().action().run();
        }
    }
}

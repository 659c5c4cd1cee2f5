package io.rostrum.media.rtp;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.ReportBlock;
import io.rostrum.media.packet.RtcpWriter;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.time.NtpTime;
import io.rostrum.media.time.RtpClock;
import io.rostrum.media.time.SequenceNumber;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One outgoing stream: numbers, repetition of what was lost, sender reports. */
public final class SendStream {
    /** Where packets go; takes them. */
    public interface Out {
        void send(Buffer packet, long nowNanos);
    }

    /**
     * What was negotiated.
     *
     * @param rtxTypes RTX payload type for each payload type, empty when nothing is repeated: a
     *     packet is never sent twice under its own number, for SRTP must not use an index twice
     */
    public record Settings(
            int ssrc,
            RtpClock clock,
            String cname,
            int firstSequence,
            int rtxSsrc,
            Map<Integer, Integer> rtxTypes) {
        public Settings {
            rtxTypes = Map.copyOf(rtxTypes);
        }

        /** Without repetition. */
        public static Settings sound(int ssrc, RtpClock clock, String cname, int firstSequence) {
            return new Settings(ssrc, clock, cname, firstSequence, 0, Map.of());
        }
    }

    private static final long ASSUMED_ROUND_TRIP = 100_000_000L;
    private static final long SHORTEST_PAUSE = 20_000_000L;

    /** Longer ones are the work of a wrong clock or of a liar. */
    private static final long LONGEST_ROUND_TRIP = 10_000_000_000L;

    private final Settings settings;
    private final BufferPool pool;
    private final Out out;
    private final @Nullable History history;
    private final @Nullable Memory memory;
    private @Nullable Repetitions repetitions;
    private int nextSequence;
    private int nextRtxSequence;
    private long packets;
    private long octets;
    private long repeated;
    private boolean synchronised;
    private long syncNtp;
    private int syncTimestamp;
    private long roundTrip = -1;
    private @Nullable ReportBlock lastBlock;

    /** A stream that keeps copies of its own: right where nobody else is sent the same. */
    public SendStream(Settings settings, BufferPool pool, Out out) {
        this(settings, pool, out, settings.rtxTypes().isEmpty() ? null : new History(pool));
    }

    /** One of many streams of the same packets, which {@code memory} keeps for all of them. */
    public SendStream(Settings settings, BufferPool pool, Out out, @Nullable Memory memory) {
        this.settings = settings;
        this.pool = pool;
        this.out = out;
        this.memory = memory;
        history = memory instanceof History own ? own : null;
        nextSequence = settings.firstSequence();
        nextRtxSequence = settings.firstSequence();
    }

    /** A packet of this stream with the next sequence number, ready for {@link #send}. */
    public Buffer packet(int payloadType, int timestamp, boolean marker, byte[] payload) {
        return packet(payloadType, timestamp, marker, payload, 0, payload.length);
    }

    /** As {@link #packet(int, int, boolean, byte[])}, of a part of {@code payload}. */
    public Buffer packet(
            int payloadType, int timestamp, boolean marker, byte[] payload, int from, int length) {
        Buffer packet = pool.lend(Rtp.FIXED_HEADER + length);
        Rtp.write(packet, payloadType, nextSequence, timestamp, settings.ssrc());
        Rtp.marker(packet, marker);
        packet.put(Rtp.FIXED_HEADER, payload, from, length);
        nextSequence = SequenceNumber.next(nextSequence);
        return packet;
    }

    /** Sends a packet that has its number and timestamp under this SSRC; takes it. */
    public void send(Buffer packet, long nowNanos) {
        Rtp.ssrc(packet, settings.ssrc());
        packets++;
        octets += Rtp.payloadLength(packet);
        if (history != null) {
            history.keep(packet, nowNanos);
        }
        out.send(packet, nowNanos);
    }

    /** Answers a request for a lost packet, at most once in a round trip for the same. */
    public void onNack(int sequence, long nowNanos) {
        if (memory == null || !mayRepeat(sequence, nowNanos)) {
            return;
        }
        Buffer packet = memory.recall(sequence, nowNanos);
        if (packet == null) {
            return;
        }
        Integer payloadType = settings.rtxTypes().get(Rtp.payloadType(packet));
        if (payloadType == null) {
            packet.release();
            return;
        }
        repetitions().note(sequence, nowNanos);
        Rtx.wrap(packet, settings.rtxSsrc(), payloadType, nextRtxSequence);
        nextRtxSequence = SequenceNumber.next(nextRtxSequence);
        repeated++;
        out.send(packet, nowNanos);
    }

    private boolean mayRepeat(int sequence, long nowNanos) {
        return repetitions().may(sequence, nowNanos, pause(), packets - repeated);
    }

    /** Most receivers never lose anything. */
    private Repetitions repetitions() {
        Repetitions known = repetitions;
        if (known == null) {
            known = new Repetitions();
            repetitions = known;
        }
        return known;
    }

    private long pause() {
        return Math.max(SHORTEST_PAUSE, roundTripOrAssumed());
    }

    private long roundTripOrAssumed() {
        return roundTrip < 0 ? ASSUMED_ROUND_TRIP : roundTrip;
    }

    /**
     * Learns from a block about this stream (RFC 3550 section 6.4.1).
     *
     * @param ntpNow by the clock that {@link #writeReport} was given
     */
    public void onReportBlock(ReportBlock block, long ntpNow) {
        lastBlock = block;
        if (block.lastSenderReport() == 0) {
            return;
        }
        int middle = NtpTime.middle(ntpNow) - block.lastSenderReport() - block.delaySinceLast();
        long nanos = NtpTime.nanosOfMiddle(Math.max(0, middle));
        if (nanos < LONGEST_ROUND_TRIP) {
            roundTrip = nanos;
        }
    }

    /**
     * Ties the clock of the stream to the wall clock: this timestamp belongs to this NTP stamp.
     * Sender reports are made of it; told anew whenever it changes, as at a cut.
     */
    public void synchronise(long ntp, int rtpTimestamp) {
        synchronised = true;
        syncNtp = ntp;
        syncTimestamp = rtpTimestamp;
    }

    /** The timestamp that belongs to an NTP stamp; wants {@link #synchronise} before. */
    private int timestampAt(long ntp) {
        return syncTimestamp + (int) settings.clock().ticks(NtpTime.nanosBetween(syncNtp, ntp));
    }

    /**
     * Writes a sender report and the CNAME, or a receiver report and the CNAME as long as nothing
     * was sent. Blocks about incoming streams go between: see {@link #beginReport}.
     */
    public void writeReport(RtcpWriter writer, long ntpNow) {
        beginReport(writer, ntpNow);
        writeCname(writer);
    }

    /** The report without CNAME; blocks may follow. */
    public void beginReport(RtcpWriter writer, long ntpNow) {
        if (packets > 0 && synchronised) {
            writer.senderReport(settings.ssrc(), ntpNow, timestampAt(ntpNow), packets, octets);
        } else {
            writer.receiverReport(settings.ssrc());
        }
    }

    public void writeCname(RtcpWriter writer) {
        writer.cname(settings.ssrc(), settings.cname());
    }

    /** Gives old packets back; called now and then while nothing is sent. */
    public void tick(long nowNanos) {
        if (history != null) {
            history.expire(nowNanos);
        }
    }

    /** Gives everything back. */
    public void close() {
        if (history != null) {
            history.clear();
        }
    }

    /** What {@link #packet} gives the next packet. */
    public int nextSequence() {
        return nextSequence;
    }

    public int ssrc() {
        return settings.ssrc();
    }

    /** The last measured round trip in nanoseconds, or -1. */
    public long roundTrip() {
        return roundTrip;
    }

    /** What was sent, and what the receiver told of it last. */
    public Counts counts() {
        ReportBlock block = lastBlock;
        return new Counts(
                packets,
                octets,
                repeated,
                block == null ? 0 : block.cumulativeLost(),
                block == null ? 0 : block.fractionLost() / 256.0,
                block == null ? 0 : settings.clock().nanos(block.jitter()),
                roundTrip);
    }

    /**
     * Counts of an outgoing stream.
     *
     * @param lost packets, by the receiver's last report
     * @param fractionLost 0 to 1, by the receiver's last report
     */
    public record Counts(
            long packets,
            long octets,
            long repeated,
            int lost,
            double fractionLost,
            long jitterNanos,
            long roundTripNanos) {}
}

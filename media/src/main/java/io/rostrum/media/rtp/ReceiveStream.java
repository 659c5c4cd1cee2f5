package io.rostrum.media.rtp;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.ReportBlock;
import io.rostrum.media.packet.RtcpWriter;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.time.RtpClock;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One incoming stream, told by its SSRC: counts, asks for what is missing, unwraps what was sent
 * again, and knows the sender's clock.
 */
public final class ReceiveStream {
    /**
     * What was negotiated.
     *
     * @param nack whether lost packets may be asked for
     * @param keyFrames whether a key frame may be asked for (PLI, RFC 4585 section 6.3.1)
     * @param primaryTypes payload type of each RTX payload type ({@code apt}), empty without RTX
     */
    public record Settings(
            int ssrc,
            RtpClock clock,
            boolean nack,
            boolean keyFrames,
            Map<Integer, Integer> primaryTypes) {
        public Settings {
            primaryTypes = Map.copyOf(primaryTypes);
        }

        /** Sound: nothing is asked for. */
        public static Settings sound(int ssrc, RtpClock clock) {
            return new Settings(ssrc, clock, false, false, Map.of());
        }

        /** A picture with NACK, PLI and the RTX payload types given. */
        public static Settings picture(int ssrc, Map<Integer, Integer> primaryTypes) {
            return new Settings(ssrc, RtpClock.VIDEO, true, true, primaryTypes);
        }
    }

    private static final long ASSUMED_ROUND_TRIP = 100_000_000L;
    private static final int MOST_ASKED_AT_ONCE = 200;

    private final Settings settings;
    private final ReceiveStatistics statistics;
    private final SenderReports reports;
    private final ReceivedWindow window = new ReceivedWindow();
    private final MissingPackets missing = new MissingPackets();
    private final KeyFrameRequests keyFrames = new KeyFrameRequests();
    private final int[] asking = new int[MOST_ASKED_AT_ONCE];
    private long roundTrip = ASSUMED_ROUND_TRIP;
    private long bytes;
    private long recovered;
    private long padding;
    private long stale;
    private long asked;
    private long keyFramesAsked;
    private long restarts;

    public ReceiveStream(Settings settings) {
        this.settings = settings;
        statistics = new ReceiveStatistics(settings.clock());
        reports = new SenderReports(settings.clock());
    }

    /** Takes note of a valid packet of this SSRC; it stays with its owner. */
    public Arrival onRtp(Buffer packet, long nowNanos) {
        long before = statistics.highest();
        ReceiveStatistics.Order order =
                statistics.onPacket(Rtp.sequence(packet), Rtp.timestamp(packet), nowNanos);
        switch (order) {
            case FIRST -> {}
            case AHEAD -> onAhead(before, nowNanos);
            case BEHIND -> onBehind(statistics.unwrap(Rtp.sequence(packet)));
            case JUMP -> {
                return Arrival.REFUSED;
            }
            case RESTART -> {
                restarts++;
                window.clear();
                missing.clear();
                keyFrames.request();
            }
        }
        return arrival(packet, statistics.unwrap(Rtp.sequence(packet)));
    }

    private void onAhead(long before, long nowNanos) {
        long highest = statistics.highest();
        if (highest == before + 1) {
            missing.onInOrder();
        } else if (settings.nack()) {
            noteGap(before + 1, highest, nowNanos);
        }
    }

    private void noteGap(long from, long end, long nowNanos) {
        if (end - from > MissingPackets.MOST - missing.count()) {
            missing.clear();
            keyFrames.request();
            return;
        }
        for (long number = from; number < end; number++) {
            if (!window.contains(number)) {
                missing.add(number, nowNanos);
            }
        }
    }

    private void onBehind(long number) {
        missing.onReordered(number, (int) (statistics.highest() - number));
    }

    private Arrival arrival(Buffer packet, long number) {
        bytes += packet.length();
        if (!window.add(number)) {
            stale++;
            return Arrival.STALE;
        }
        if (Rtp.payloadLength(packet) == 0) {
            padding++;
            return Arrival.PADDING;
        }
        return Arrival.MEDIA;
    }

    /**
     * Takes note of a valid packet of the RTX stream that belongs to this one; what is {@link
     * Arrival#MEDIA} or {@link Arrival#PADDING} was turned into the packet of this stream that it
     * repeats.
     */
    public Arrival onRtx(Buffer packet) {
        if (Rtp.payloadLength(packet) < Rtx.ORIGINAL_SEQUENCE) {
            padding++;
            return Arrival.PROBE;
        }
        Integer payloadType = settings.primaryTypes().get(Rtp.payloadType(packet));
        if (payloadType == null || statistics.isEmpty()) {
            return Arrival.REFUSED;
        }
        long number = statistics.unwrap(Rtx.originalSequence(packet));
        if (number - statistics.highest() > MissingPackets.MOST) {
            return Arrival.REFUSED;
        }
        if (number <= statistics.highest() - ReceiveStatistics.MOST_MISORDER) {
            stale++;
            return Arrival.STALE;
        }
        Rtx.unwrap(packet, settings.ssrc(), payloadType);
        Arrival arrival = arrival(packet, number);
        if (missing.remove(number)) {
            recovered++;
        }
        return arrival;
    }

    /** RFC 3550 section 6.4.1. */
    public void onSenderReport(long ntp, int rtpTimestamp, long nowNanos) {
        reports.onReport(ntp, rtpTimestamp, nowNanos);
    }

    /**
     * When the sender captured what has this timestamp, as an NTP stamp by his own clock; empty
     * before his first report.
     */
    public OptionalLong captureNtp(int rtpTimestamp) {
        return reports.captureNtp(rtpTimestamp);
    }

    /** The round trip to this sender, known from the streams that go to him. */
    public void roundTrip(long nanos) {
        roundTrip = nanos;
    }

    /** Asks for a key frame until {@link #onKeyFrame()}. */
    public void requestKeyFrame() {
        keyFrames.request();
    }

    /** A key frame has begun to arrive. */
    public void onKeyFrame() {
        keyFrames.onKeyFrame();
    }

    /** Whether {@link #writeFeedback} has something to say; cheap enough after every packet. */
    public boolean feedbackDue(long nowNanos) {
        return settings.keyFrames() && keyFrames.due(nowNanos)
                || missing.due(statistics.highest(), nowNanos, roundTrip);
    }

    /** Writes the NACK and the key frame request that are due, if any. */
    public void writeFeedback(RtcpWriter writer, int sender, long nowNanos) {
        int most = Math.min(asking.length, writer.room() / 4 - 3);
        if (most > 0 && missing.count() > 0) {
            int count = missing.take(asking, statistics.highest(), nowNanos, roundTrip);
            asked += writer.nack(sender, settings.ssrc(), asking, count);
        }
        if (settings.keyFrames() && keyFrames.due(nowNanos)) {
            writer.pictureLoss(sender, settings.ssrc());
            keyFrames.onAsked(nowNanos);
            keyFramesAsked++;
        }
    }

    /** Appends what is to be reported to a report that was begun; nothing before a packet came. */
    public void writeReport(RtcpWriter writer, long nowNanos) {
        if (!statistics.isEmpty()) {
            writer.block(report(nowNanos));
        }
    }

    private ReportBlock report(long nowNanos) {
        return statistics.report(settings.ssrc(), reports.last(), reports.delaySinceLast(nowNanos));
    }

    public int ssrc() {
        return settings.ssrc();
    }

    /** How often its numbers jumped away and were believed: what follows is a new beginning. */
    public long restarts() {
        return restarts;
    }

    /** What has come so far. */
    public Counts counts() {
        return new Counts(
                statistics.received(),
                bytes,
                statistics.lost(),
                settings.clock().nanos(statistics.jitter()),
                recovered,
                padding,
                stale,
                missing.count(),
                missing.givenUp(),
                asked,
                keyFramesAsked);
    }

    /**
     * Counts of an incoming stream.
     *
     * @param lost of the stream itself, whether recovered or not
     */
    public record Counts(
            long packets,
            long bytes,
            long lost,
            long jitterNanos,
            long recovered,
            long padding,
            long stale,
            int missing,
            long givenUp,
            long asked,
            long keyFramesAsked) {}
}

package io.rostrum.load.peer;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.Extension;
import io.rostrum.media.packet.RtcpWriter;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.rtp.Arrival;
import io.rostrum.media.rtp.ReceiveStream;
import io.rostrum.media.rtp.TransportFeedbackBuilder;
import io.rostrum.media.time.RtpClock;
import io.rostrum.media.transport.Transport;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Both lines down from the server: counts, repairs, reports, and hands on what is for the eyes. */
final class Downlink implements AutoCloseable {
    private final Transport transport;
    private final BufferPool pool;
    private final int reporter;
    private final TransportFeedbackBuilder feedback = new TransportFeedbackBuilder();
    private final Ear ear;
    private final Eye eye;
    private @Nullable ReceiveStream sound;
    private @Nullable ReceiveStream film;
    private long unknown;

    Downlink(Witness witness, Transport transport, BufferPool pool, int reporter) {
        this.transport = transport;
        this.pool = pool;
        this.reporter = reporter;
        ear = new Ear(witness);
        eye = new Eye(witness);
    }

    void onRtp(Buffer packet, long nowNanos) {
        if (Rtp.isValid(packet)) {
            int number = Extension.transportSequence(packet, Lines.TRANSPORT_SEQUENCE_ID);
            if (number >= 0) {
                feedback.onPacket(number, nowNanos);
            }
            switch (Rtp.payloadType(packet)) {
                case Lines.OPUS -> onSound(packet, nowNanos);
                case Lines.H264 -> onFilm(packet, nowNanos);
                case Lines.H264_RTX -> onRepeated(packet, nowNanos);
                default -> unknown++;
            }
        }
        packet.release();
        giveFeedback(nowNanos);
    }

    private void onSound(Buffer packet, long nowNanos) {
        ReceiveStream stream = sound;
        if (stream == null || stream.ssrc() != Rtp.ssrc(packet)) {
            stream =
                    new ReceiveStream(
                            ReceiveStream.Settings.sound(Rtp.ssrc(packet), RtpClock.OPUS));
            sound = stream;
        }
        if (stream.onRtp(packet, nowNanos) == Arrival.MEDIA) {
            ear.onPacket(packet, nowNanos);
        }
    }

    private void onFilm(Buffer packet, long nowNanos) {
        ReceiveStream stream = film;
        if (stream == null || stream.ssrc() != Rtp.ssrc(packet)) {
            Map<Integer, Integer> rtx = Map.of(Lines.H264_RTX, Lines.H264);
            stream = new ReceiveStream(ReceiveStream.Settings.picture(Rtp.ssrc(packet), rtx));
            film = stream;
        }
        see(stream, stream.onRtp(packet, nowNanos), packet, nowNanos);
    }

    private void onRepeated(Buffer packet, long nowNanos) {
        if (film != null) {
            see(film, film.onRtx(packet), packet, nowNanos);
        }
    }

    private void see(ReceiveStream stream, Arrival arrival, Buffer packet, long nowNanos) {
        switch (arrival) {
            case MEDIA -> eye.onPacket(packet, nowNanos, stream);
            case PADDING -> eye.onSkipped(packet, nowNanos);
            case PROBE, STALE, REFUSED -> {}
        }
    }

    private void giveFeedback(long nowNanos) {
        boolean transportWide = feedback.due(nowNanos);
        boolean ask = film != null && film.feedbackDue(nowNanos);
        if (transportWide || ask) {
            RtcpWriter writer = new RtcpWriter(pool.lend());
            if (ask && film != null) {
                film.writeFeedback(writer, reporter, nowNanos);
            }
            if (transportWide) {
                feedback.write(writer, reporter, film == null ? 0 : film.ssrc(), nowNanos);
            }
            transport.sendRtcp(writer.buffer());
        }
    }

    /** Every few milliseconds: what is overdue is asked for. */
    void tick(long nowNanos) {
        eye.tick(nowNanos);
        giveFeedback(nowNanos);
    }

    /** Every second or so. */
    void report(long nowNanos) {
        RtcpWriter writer = new RtcpWriter(pool.lend()).receiverReport(reporter);
        if (sound != null) {
            sound.writeReport(writer, nowNanos);
        }
        if (film != null) {
            film.writeReport(writer, nowNanos);
        }
        writer.cname(reporter, "synthetic");
        transport.sendRtcp(writer.buffer());
    }

    void onSenderReport(int ssrc, long ntp, int rtpTimestamp, long nowNanos) {
        if (sound != null && sound.ssrc() == ssrc) {
            sound.onSenderReport(ntp, rtpTimestamp, nowNanos);
        } else if (film != null && film.ssrc() == ssrc) {
            film.onSenderReport(ntp, rtpTimestamp, nowNanos);
        }
    }

    ReceiveStream.@Nullable Counts soundCounts() {
        return sound == null ? null : sound.counts();
    }

    ReceiveStream.@Nullable Counts filmCounts() {
        return film == null ? null : film.counts();
    }

    /** Pictures that came whole. */
    long frames() {
        return eye.frames();
    }

    /** Packets of payload types that were never offered. */
    long unknown() {
        return unknown;
    }

    @Override
    public void close() {
        ear.close();
        eye.close();
    }
}

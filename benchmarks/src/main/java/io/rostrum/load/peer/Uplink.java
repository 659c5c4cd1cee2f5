package io.rostrum.load.peer;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.ExtensionIds;
import io.rostrum.media.packet.ReportBlock;
import io.rostrum.media.packet.RtcpWriter;
import io.rostrum.media.rtp.Departures;
import io.rostrum.media.rtp.SendStream;
import io.rostrum.media.time.NtpTime;
import io.rostrum.media.time.RtpClock;
import io.rostrum.media.transport.Transport;
import java.util.Map;

/** Both lines up to the server, with the reports about them. */
final class Uplink implements AutoCloseable {
    private static final String CNAME = "synthetic";
    private static final ExtensionIds IDS =
            new ExtensionIds(
                    Lines.AUDIO_LEVEL_ID, Lines.TRANSPORT_SEQUENCE_ID, 0, Lines.MID_ID, 0, 0);

    private final Transport transport;
    private final BufferPool pool;
    private final Departures departures = new Departures(IDS, Departures.Observer.none());
    private final SendStream sound;
    private final SendStream film;
    private final SpeechLine speech;
    private final PictureLine picture;

    Uplink(Persona persona, Offer offer, Transport transport, BufferPool pool) {
        this.transport = transport;
        this.pool = pool;
        sound =
                new SendStream(
                        SendStream.Settings.sound(offer.audioSsrc(), RtpClock.OPUS, CNAME, 1),
                        pool,
                        this::send);
        film =
                new SendStream(
                        new SendStream.Settings(
                                offer.videoSsrc(),
                                RtpClock.VIDEO,
                                CNAME,
                                1,
                                offer.rtxSsrc(),
                                Map.of(Lines.H264, Lines.H264_RTX)),
                        pool,
                        this::send);
        speech = new SpeechLine(persona.microphone(), sound);
        picture = new PictureLine(persona, film);
    }

    private void send(Buffer packet, long nowNanos) {
        departures.stamp(packet, nowNanos);
        transport.sendRtp(packet);
    }

    /** Every few milliseconds. */
    void tick(long nowNanos) {
        speech.tick(nowNanos);
        picture.tick(nowNanos);
    }

    /** Every second or so. */
    void report(long nowNanos) {
        long ntp = NtpTime.ofEpochNanos(Clock.wallAt(nowNanos));
        for (SendStream stream : new SendStream[] {sound, film}) {
            RtcpWriter writer = new RtcpWriter(pool.lend());
            stream.writeReport(writer, ntp);
            transport.sendRtcp(writer.buffer());
        }
    }

    void onReportBlock(ReportBlock block, long nowNanos) {
        long ntp = NtpTime.ofEpochNanos(Clock.wallAt(nowNanos));
        if (block.ssrc() == film.ssrc()) {
            film.onReportBlock(block, ntp);
        } else if (block.ssrc() == sound.ssrc()) {
            sound.onReportBlock(block, ntp);
        }
    }

    void onNack(int ssrc, int sequence, long nowNanos) {
        if (ssrc == film.ssrc()) {
            film.onNack(sequence, nowNanos);
        }
    }

    void onTransportFeedback(Buffer compound, int at, int length) {
        departures.onFeedback(compound, at, length);
    }

    void onKeyFrameWanted(int ssrc) {
        if (ssrc == film.ssrc()) {
            picture.requestKeyFrame();
        }
    }

    int reporter() {
        return sound.ssrc();
    }

    SendStream.Counts filmCounts() {
        return film.counts();
    }

    SendStream.Counts soundCounts() {
        return sound.counts();
    }

    long keyFrames() {
        return picture.keyFrames();
    }

    @Override
    public void close() {
        speech.close();
        picture.close();
    }
}

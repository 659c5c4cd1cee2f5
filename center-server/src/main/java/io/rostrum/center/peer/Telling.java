package io.rostrum.center.peer;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.RtcpWriter;
import io.rostrum.media.rtp.ReceiveStream;
import io.rostrum.media.rtp.TransportFeedbackBuilder;
import io.rostrum.net.ServerTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the RTCP that a participant is sent: reports once a second, feedback when it is due. */
final class Telling {
    private static final long REPORT_NANOS = 1_000_000_000L;

    private final Lines lines;
    private final Sound sound;
    private final ServerTime time;
    private final BufferPool pool;
    private final Consumer<Buffer> out;
    private final TransportFeedbackBuilder arrivals = new TransportFeedbackBuilder();
    private final int ssrc;
    private final String cname;
    private long reportedAt;

    /**
     * @param ssrc ours, in feedback
     * @param out takes the compound
     */
    Telling(
            Lines lines,
            Sound sound,
            ServerTime time,
            BufferPool pool,
            Consumer<Buffer> out,
            int ssrc,
            String cname,
            long nowNanos) {
        this.lines = lines;
        this.sound = sound;
        this.time = time;
        this.pool = pool;
        this.out = out;
        this.ssrc = ssrc;
        this.cname = cname;
        reportedAt = nowNanos - REPORT_NANOS;
    }

    /** Takes note of a packet for transport-wide feedback. */
    void onPacket(int transportSequence, long nowNanos) {
        arrivals.onPacket(transportSequence, nowNanos);
    }

    /** Sends what is due. */
    void tick(@Nullable PictureUp watched, long nowNanos) {
        PictureDown picture = lines.pictureDown();
        boolean newClock = picture != null && picture.takeNewClock();
        if (newClock || nowNanos - reportedAt >= REPORT_NANOS) {
            reportedAt = nowNanos;
            send(writer -> report(writer, watched, nowNanos), nowNanos);
        } else {
            feedback(nowNanos);
        }
    }

    /** Sends feedback if any is due. */
    void feedback(long nowNanos) {
        boolean due = arrivals.due(nowNanos);
        for (ReceiveStream up : lines.pictureStreams()) {
            due |= up.feedbackDue(nowNanos);
        }
        if (due) {
            // Who has not agreed on RFC 5506 takes feedback only behind a report.
            send(writer -> writer.receiverReport(ssrc), nowNanos);
        }
    }

    private void send(Consumer<RtcpWriter> head, long nowNanos) {
        RtcpWriter writer = new RtcpWriter(pool.lend());
        head.accept(writer);
        List<ReceiveStream> ups = lines.pictureStreams();
        if (arrivals.due(nowNanos)) {
            arrivals.write(writer, ssrc, ups.isEmpty() ? 0 : ups.getFirst().ssrc(), nowNanos);
        }
        for (ReceiveStream up : ups) {
            up.writeFeedback(writer, ssrc, nowNanos);
        }
        out.accept(writer.buffer());
    }

    private void report(RtcpWriter writer, @Nullable PictureUp watched, long nowNanos) {
        long ntp = time.ntp(nowNanos);
        VoiceDown voice = lines.voiceDown();
        if (voice == null) {
            writer.receiverReport(ssrc);
            blocks(writer, nowNanos);
            writer.cname(ssrc, cname);
        } else {
            voice.stream().synchronise(time.ntp(sound.tickNanos()), sound.timestamp());
            voice.stream().beginReport(writer, ntp);
            blocks(writer, nowNanos);
            voice.stream().writeCname(writer);
        }
        PictureDown picture = lines.pictureDown();
        if (picture != null) {
            if (watched != null) {
                picture.synchronise(watched, time);
            }
            picture.stream().writeReport(writer, ntp);
        }
    }

    private void blocks(RtcpWriter writer, long nowNanos) {
        ReceiveStream voice = lines.voiceStream();
        if (voice != null) {
            voice.writeReport(writer, nowNanos);
        }
        lines.pictureStreams().forEach(picture -> picture.writeReport(writer, nowNanos));
    }
}

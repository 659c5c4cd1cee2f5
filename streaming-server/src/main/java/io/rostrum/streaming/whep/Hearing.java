package io.rostrum.streaming.whep;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.ReportBlock;
import io.rostrum.media.packet.RtcpListener;
import io.rostrum.media.rtp.SendStream;
import io.rostrum.net.ServerTime;
import java.util.function.DoubleConsumer;

/** What a viewer's RTCP means for his lines. */
final class Hearing implements RtcpListener {
    /** Who asks for key frames all the time gets no more than this. */
    private static final long AGAIN_NANOS = 500_000_000L;

    private final Lines lines;
    private final ServerTime time;
    private final Runnable lostHisWay;
    private final DoubleConsumer soundLost;
    private long nowNanos;
    private long askedAt;
    private boolean asked;

    /**
     * @param lostHisWay he wants to begin anew
     * @param soundLost told the share of the sound that did not arrive, at each report
     */
    Hearing(Lines lines, ServerTime time, Runnable lostHisWay, DoubleConsumer soundLost) {
        this.lines = lines;
        this.time = time;
        this.lostHisWay = lostHisWay;
        this.soundLost = soundLost;
    }

    void at(long newNow) {
        nowNanos = newNow;
    }

    @Override
    public void onReportBlock(int reporter, ReportBlock block) {
        SendStream sound = lines.sound();
        if (block.ssrc() == lines.picture().ssrc()) {
            lines.picture().onReportBlock(block, time.ntp(nowNanos));
        } else if (sound != null && block.ssrc() == sound.ssrc()) {
            sound.onReportBlock(block, time.ntp(nowNanos));
            soundLost.accept(block.fractionLost() / 256.0);
        }
    }

    @Override
    public void onNack(int sender, int mediaSsrc, int sequence) {
        if (mediaSsrc == lines.picture().ssrc()) {
            lines.picture().onNack(sequence, nowNanos);
        }
    }

    @Override
    public void onPictureLoss(int sender, int mediaSsrc) {
        boolean due = !asked || nowNanos - askedAt >= AGAIN_NANOS;
        if (mediaSsrc == lines.picture().ssrc() && lines.started() && due) {
            asked = true;
            askedAt = nowNanos;
            lostHisWay.run();
        }
    }

    @Override
    public void onFullIntra(int sender, int mediaSsrc, int commandSequence) {
        onPictureLoss(sender, mediaSsrc);
    }

    /** A viewer sends nothing. */
    @Override
    public void onSenderReport(int ssrc, long ntp, int rtpTimestamp, long packets, long octets) {}

    @Override
    public void onCname(int ssrc, String cname) {}

    /** The path says it too. */
    @Override
    public void onBye(int ssrc) {}

    /** The program has one bit rate. */
    @Override
    public void onTransportFeedback(int sender, Buffer compound, int at, int length) {}

    @Override
    public void onMaximumBitrate(int sender, long bitsPerSecond) {}
}

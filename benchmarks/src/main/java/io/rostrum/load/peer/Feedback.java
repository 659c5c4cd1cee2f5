package io.rostrum.load.peer;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.ReportBlock;
import io.rostrum.media.packet.RtcpListener;

/** Brings each piece of a compound to the line that it is about. */
record Feedback(Uplink up, Downlink down, long nowNanos) implements RtcpListener {
    @Override
    public void onSenderReport(int ssrc, long ntp, int rtpTimestamp, long packets, long octets) {
        down.onSenderReport(ssrc, ntp, rtpTimestamp, nowNanos);
    }

    @Override
    public void onReportBlock(int reporter, ReportBlock block) {
        up.onReportBlock(block, nowNanos);
    }

    @Override
    public void onCname(int ssrc, String cname) {}

    @Override
    public void onBye(int ssrc) {}

    @Override
    public void onNack(int sender, int mediaSsrc, int sequence) {
        up.onNack(mediaSsrc, sequence, nowNanos);
    }

    @Override
    public void onPictureLoss(int sender, int mediaSsrc) {
        up.onKeyFrameWanted(mediaSsrc);
    }

    @Override
    public void onFullIntra(int sender, int mediaSsrc, int commandSequence) {
        up.onKeyFrameWanted(mediaSsrc);
    }

    @Override
    public void onTransportFeedback(int sender, Buffer compound, int at, int length) {
        up.onTransportFeedback(compound, at, length);
    }

    @Override
    public void onMaximumBitrate(int sender, long bitsPerSecond) {}
}

package io.rostrum.media.packet;

import io.rostrum.media.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** Writes down what RTCP told. */
final class Heard implements RtcpListener {
    final List<String> told = new ArrayList<>();

    @Override
    public void onSenderReport(int ssrc, long ntp, int rtp, long packets, long octets) {
        told.add(
                "SR "
                        + ssrc
                        + " "
                        + Long.toHexString(ntp)
                        + " "
                        + rtp
                        + " "
                        + packets
                        + " "
                        + octets);
    }

    @Override
    public void onReportBlock(int reporter, ReportBlock block) {
        told.add("block " + reporter + " " + block);
    }

    @Override
    public void onCname(int ssrc, String cname) {
        told.add("cname " + ssrc + " " + cname);
    }

    @Override
    public void onBye(int ssrc) {
        told.add("bye " + ssrc);
    }

    @Override
    public void onNack(int sender, int mediaSsrc, int sequence) {
        told.add("nack " + sender + " " + mediaSsrc + " " + sequence);
    }

    @Override
    public void onPictureLoss(int sender, int mediaSsrc) {
        told.add("pli " + sender + " " + mediaSsrc);
    }

    @Override
    public void onFullIntra(int sender, int mediaSsrc, int commandSequence) {
        told.add("fir " + sender + " " + mediaSsrc + " " + commandSequence);
    }

    @Override
    public void onTransportFeedback(int sender, Buffer compound, int at, int length) {
        told.add("transport " + sender + " " + compound.bytes(at, length).length);
    }

    @Override
    public void onMaximumBitrate(int sender, long bitsPerSecond) {
        told.add("remb " + sender + " " + bitsPerSecond);
    }
}

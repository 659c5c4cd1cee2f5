package io.rostrum.center.peer;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.ReportBlock;
import io.rostrum.media.packet.RtcpListener;
import io.rostrum.media.packet.RtcpReader;
import io.rostrum.media.rtp.Departures;
import io.rostrum.media.rtp.ReceiveStream;
import io.rostrum.media.rtp.SendStream;
import io.rostrum.net.ServerTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes a participant's RTCP to the streams that it concerns. */
final class Hearing implements RtcpListener {
    private final Lines lines;
    private final Departures departures;
    private final ServerTime time;
    private final Supplier<@Nullable PictureUp> watched;
    private long nowNanos;
    private long malformed;

    /**
     * @param watched whose picture goes down to him
     */
    Hearing(
            Lines lines,
            Departures departures,
            ServerTime time,
            Supplier<@Nullable PictureUp> watched) {
        this.watched = watched;
        this.lines = lines;
        this.departures = departures;
        this.time = time;
    }

    /** The buffer stays with its owner. */
    void onRtcp(Buffer compound, long newNow) {
        nowNanos = newNow;
        malformed += RtcpReader.read(compound, this);
    }

    @Override
    public void onSenderReport(int ssrc, long ntp, int rtpTimestamp, long packets, long octets) {
        tell(lines.voiceStream(), ssrc, ntp, rtpTimestamp);
        lines.pictureStreams().forEach(stream -> tell(stream, ssrc, ntp, rtpTimestamp));
    }

    private void tell(@Nullable ReceiveStream stream, int ssrc, long ntp, int rtpTimestamp) {
        if (stream != null && stream.ssrc() == ssrc) {
            stream.onSenderReport(ntp, rtpTimestamp, nowNanos);
        }
    }

    @Override
    public void onReportBlock(int reporter, ReportBlock block) {
        VoiceDown voice = lines.voiceDown();
        PictureDown picture = lines.pictureDown();
        if (voice != null && voice.stream().ssrc() == block.ssrc()) {
            learn(voice.stream(), block);
            tellLoss(block);
        } else if (picture != null && picture.stream().ssrc() == block.ssrc()) {
            learn(picture.stream(), block);
        }
    }

    private void tellLoss(ReportBlock block) {
        VoiceUp mixed = lines.voiceUp();
        if (mixed != null) {
            mixed.mixed().onLoss(block.fractionLost() / 256.0, nowNanos);
        }
    }

    private void learn(SendStream stream, ReportBlock block) {
        stream.onReportBlock(block, time.ntp(nowNanos));
        if (stream.roundTrip() >= 0) {
            lines.pictureStreams().forEach(up -> up.roundTrip(stream.roundTrip()));
        }
    }

    @Override
    public void onNack(int sender, int mediaSsrc, int sequence) {
        PictureDown picture = lines.pictureDown();
        if (picture != null && picture.stream().ssrc() == mediaSsrc) {
            picture.stream().onNack(sequence, nowNanos);
        }
    }

    @Override
    public void onPictureLoss(int sender, int mediaSsrc) {
        PictureDown picture = lines.pictureDown();
        PictureUp source = watched.get();
        if (picture != null
                && source != null
                && picture.stream().ssrc() == mediaSsrc
                && source.takeRepair(nowNanos)) {
            picture.pictures().onKeyFrameRequest(nowNanos);
        }
    }

    @Override
    public void onFullIntra(int sender, int mediaSsrc, int commandSequence) {
        onPictureLoss(sender, mediaSsrc);
    }

    @Override
    public void onTransportFeedback(int sender, Buffer compound, int at, int length) {
        departures.onFeedback(compound, at, length);
    }

    /** Transport-wide feedback says it better. */
    @Override
    public void onMaximumBitrate(int sender, long bitsPerSecond) {}

    /** What belongs together was negotiated. */
    @Override
    public void onCname(int ssrc, String cname) {}

    /** Silence says it too, and cannot be forged by another of his sources. */
    @Override
    public void onBye(int ssrc) {}

    /** How many packets could not be read since the last call. */
    long takeMalformed() {
        long taken = malformed;
        malformed = 0;
        return taken;
    }
}

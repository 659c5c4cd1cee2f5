package io.rostrum.center.peer;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.rtp.Arrival;
import io.rostrum.media.rtp.ReceiveStream;
import io.rostrum.media.sdp.Codec;
import io.rostrum.media.video.PictureSource;
import io.rostrum.media.video.VideoCodec;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A participant's picture on its way to those who watch it. */
final class PictureUp implements PictureSource.KeyFrames {
    /** Without packets for that long he sends no picture. */
    private static final long SILENCE_NANOS = 2_000_000_000L;

    private static final long REPAIR_NANOS = 1_000_000_000L;

    /** What a picture has to say to its peer. */
    interface Owner {
        /** Feedback is due: send it at once. */
        void onFeedbackDue();

        /** Packets come, or come no more. */
        void onSending(boolean sending);
    }

    private final Codec codec;
    private final PictureSource source;
    private final LipSync sync;
    private final Owner owner;
    private @Nullable ReceiveStream stream;
    private boolean sending;
    private long lastPacketAt;
    private int lastTimestamp;
    private boolean repaired;
    private long repairedAt;

    PictureUp(String participant, Codec codec, LipSync sync, Owner owner) {
        this.codec = codec;
        this.sync = sync;
        this.owner = owner;
        VideoCodec video = VideoCodec.valueOf(codec.format().name());
        source = new PictureSource(participant, video, this);
    }

    /** From now on his picture comes under this SSRC. */
    Inbound bind(int ssrc) {
        OptionalInt rtx = codec.rtx();
        Map<Integer, Integer> primary =
                rtx.isPresent() ? Map.of(rtx.getAsInt(), codec.payloadType()) : Map.of();
        ReceiveStream fresh = new ReceiveStream(ReceiveStream.Settings.picture(ssrc, primary));
        stream = fresh;
        return (packet, now) -> onPrimary(fresh, packet, now);
    }

    /** Takes repetitions of the stream that was bound. */
    Inbound repair() {
        return (packet, now) -> {
            ReceiveStream current = stream;
            if (current != null) {
                show(packet, current.onRtx(packet), now);
            }
        };
    }

    private void onPrimary(ReceiveStream of, Buffer packet, long nowNanos) {
        if (Rtp.payloadType(packet) == codec.payloadType()) {
            show(packet, of.onRtp(packet, nowNanos), nowNanos);
        }
        if (of.feedbackDue(nowNanos)) {
            owner.onFeedbackDue();
        }
    }

    private void show(Buffer packet, Arrival arrival, long nowNanos) {
        switch (arrival) {
            case MEDIA -> {
                lastPacketAt = nowNanos;
                lastTimestamp = Rtp.timestamp(packet);
                if (!sending) {
                    sending = true;
                    owner.onSending(true);
                }
                source.onPacket(packet, nowNanos);
            }
            case PADDING -> source.onSkipped(Rtp.sequence(packet), nowNanos);
            case PROBE, STALE, REFUSED -> {
                // Counted by the stream.
            }
        }
    }

    /** Notices when nothing comes any more. */
    void tick(long nowNanos) {
        if (sending && nowNanos - lastPacketAt > SILENCE_NANOS) {
            sending = false;
            owner.onSending(false);
        }
    }

    @Override
    public void request() {
        ReceiveStream current = stream;
        if (current != null) {
            current.requestKeyFrame();
            owner.onFeedbackDue();
        }
    }

    @Override
    public void onArrived() {
        ReceiveStream current = stream;
        if (current != null) {
            current.onKeyFrame();
        }
    }

    /**
     * Whether a viewer's loss may reach the source now: a hundred viewers who lose packets must not
     * make it send key frames only.
     */
    boolean takeRepair(long nowNanos) {
        boolean due = !repaired || nowNanos - repairedAt >= REPAIR_NANOS;
        if (due) {
            repaired = true;
            repairedAt = nowNanos;
        }
        return due;
    }

    /** The server time of what has this timestamp. */
    long serverNanos(int rtpTimestamp, long arrivedNanos) {
        ReceiveStream current = stream;
        OptionalLong capture =
                current == null ? OptionalLong.empty() : current.captureNtp(rtpTimestamp);
        return sync.serverNanos(rtpTimestamp, capture, arrivedNanos);
    }

    PictureSource source() {
        return source;
    }

    int lastTimestamp() {
        return lastTimestamp;
    }

    long lastPacketAt() {
        return lastPacketAt;
    }

    /** The stream, once it is known. */
    @Nullable ReceiveStream stream() {
        return stream;
    }
}

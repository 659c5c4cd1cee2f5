package io.rostrum.center.peer;

import io.rostrum.media.audio.Mixer;
import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Extension;
import io.rostrum.media.packet.ExtensionIds;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.rtp.Arrival;
import io.rostrum.media.rtp.ReceiveStream;
import io.rostrum.media.time.RtpClock;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A participant's voice on its way into the mix. */
final class VoiceUp {
    /** An SSRC of before counts again when the one after it was silent for that long. */
    private static final long TAKE_BACK_NANOS = 1_000_000_000L;

    private final Mixer.Participant mixed;
    private final ExtensionIds ids;
    private final int payloadType;
    private final LipSync sync;
    private @Nullable ReceiveStream stream;
    private int bound;
    private int current;
    private long lastPacketAt;

    VoiceUp(Mixer.Participant mixed, ExtensionIds ids, int payloadType, LipSync sync) {
        this.mixed = mixed;
        this.ids = ids;
        this.payloadType = payloadType;
        this.sync = sync;
    }

    /** What comes under this SSRC is his voice, from its first packet on. */
    Inbound bind(int ssrc) {
        ReceiveStream fresh = new ReceiveStream(ReceiveStream.Settings.sound(ssrc, RtpClock.OPUS));
        int number = ++bound;
        if (stream == null) {
            stream = fresh;
            current = number;
        }
        return (packet, now) -> onRtp(fresh, number, packet, now);
    }

    /** Two SSRCs at a time would begin anew with every packet: the later one counts. */
    private boolean counts(ReceiveStream of, int number, long nowNanos) {
        if (number < current && nowNanos - lastPacketAt <= TAKE_BACK_NANOS) {
            return false;
        }
        current = number;
        stream = of;
        lastPacketAt = nowNanos;
        return true;
    }

    private void onRtp(ReceiveStream of, int number, Buffer packet, long nowNanos) {
        if (Rtp.payloadType(packet) == payloadType
                && of.onRtp(packet, nowNanos) == Arrival.MEDIA
                && counts(of, number, nowNanos)) {
            mixed.onPacket(
                    Rtp.ssrc(packet),
                    Rtp.sequence(packet),
                    Rtp.timestamp(packet),
                    packet.getBuffer(),
                    packet.getOffset() + Rtp.headerLength(packet),
                    Rtp.payloadLength(packet),
                    Extension.audioLevel(packet, ids.audioLevel()),
                    nowNanos);
        }
    }

    /** The mix has taken his 20 ms that belong to this time. */
    void onMixed(long tickNanos) {
        ReceiveStream current = stream;
        if (current != null && mixed.jitter().playing()) {
            sync.onHeld((long) (mixed.jitter().delayMillis() * 1e6));
            OptionalLong capture = current.captureNtp(mixed.jitter().heardTimestamp());
            if (capture.isPresent()) {
                sync.onSound(capture.getAsLong(), tickNanos);
            }
        }
    }

    Mixer.Participant mixed() {
        return mixed;
    }

    /** The stream, once it is known. */
    @Nullable ReceiveStream stream() {
        return stream;
    }
}

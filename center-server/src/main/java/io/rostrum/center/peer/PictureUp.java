package io.rostrum.center.peer;

import io.rostrum.center.conversion.Converters;
import io.rostrum.media.rtp.ReceiveStream;
import io.rostrum.media.sdp.Codec;
import io.rostrum.media.video.LayerChoice;
import io.rostrum.media.video.PictureSource;
import io.rostrum.protocol.signal.VideoTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A participant's picture on its way to those who watch it, in one encoding or several. */
final class PictureUp implements Encoding.Owner {
    /** Without packets for that long he sends no picture. */
    private static final long SILENCE_NANOS = 2_000_000_000L;

    private static final long REPAIR_NANOS = 1_000_000_000L;

    /** What a picture has to say to its peer. */
    interface Owner {
        /** Feedback is due: send it at once. */
        void onFeedbackDue();

        /** Packets come, or come no more. */
        void onSending(boolean sending);

        /** Something is wrong that only he can mend; null: nothing any more. */
        void onTrouble(@Nullable VideoTrouble trouble);
    }

    private final List<Encoding> encodings;
    private final LipSync sync;
    private final Owner owner;
    private boolean sending;
    private @Nullable VideoTrouble trouble;
    private long lastPacketAt;
    private boolean repaired;
    private long repairedAt;

    /**
     * @param rids of his encodings, the best first; none: there is one
     */
    PictureUp(
            String participant,
            Codec codec,
            List<String> rids,
            LipSync sync,
            Converters converters,
            Owner owner) {
        this.sync = sync;
        this.owner = owner;
        List<Encoding> made = new ArrayList<>();
        for (String rid : rids.isEmpty() ? List.of("") : rids) {
            made.add(new Encoding(participant, rid, codec, converters, this));
        }
        encodings = List.copyOf(made);
    }

    /** The encoding of that rid; the only one where there is no choice; null: there is none. */
    @Nullable Encoding encoding(@Nullable String rid) {
        if (encodings.size() == 1) {
            return encodings.getFirst();
        }
        for (Encoding encoding : encodings) {
            if (encoding.rid().equals(rid)) {
                return encoding;
            }
        }
        return null;
    }

    List<Encoding> encodings() {
        return encodings;
    }

    @Override
    public void onFeedbackDue() {
        owner.onFeedbackDue();
    }

    @Override
    public void onMedia(long nowNanos) {
        lastPacketAt = nowNanos;
        if (!sending) {
            sending = true;
            owner.onSending(true);
        }
    }

    @Override
    public void onNewClock() {
        sync.restartPictures();
    }

    /** Notices when nothing comes any more. */
    void tick(long nowNanos) {
        if (sending && nowNanos - lastPacketAt > SILENCE_NANOS) {
            sending = false;
            owner.onSending(false);
        }
        for (Encoding encoding : encodings) {
            if (encoding.sending() && nowNanos - encoding.lastPacketAt() > SILENCE_NANOS) {
                encoding.onSilence();
            }
            encoding.tick(nowNanos);
        }
        tellTrouble();
    }

    /** Gives back what its encodings hold. */
    void close() {
        encodings.forEach(Encoding::close);
    }

    private void tellTrouble() {
        VideoTrouble now = shown().trouble();
        if (!Objects.equals(now, trouble)) {
            trouble = now;
            owner.onTrouble(now);
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

    /** The server time of what has this timestamp in the encoding that is shown. */
    long serverNanos(int rtpTimestamp, long arrivedNanos) {
        ReceiveStream current = shown().stream();
        OptionalLong capture =
                current == null ? OptionalLong.empty() : current.captureNtp(rtpTimestamp);
        return sync.serverNanos(rtpTimestamp, capture, arrivedNanos);
    }

    /** {@link LipSync#later}. */
    long later() {
        return sync.later();
    }

    /** The encoding that everybody gets: the best that comes. */
    Encoding shown() {
        if (encodings.size() == 1) {
            return encodings.getFirst();
        }
        List<LayerChoice.Layer> layers = new ArrayList<>(encodings.size());
        for (Encoding encoding : encodings) {
            layers.add(new LayerChoice.Layer(encoding.sending(), 0));
        }
        return encodings.get(LayerChoice.best(layers, Long.MAX_VALUE));
    }

    PictureSource source() {
        return shown().source();
    }

    int lastTimestamp() {
        return shown().lastTimestamp();
    }

    long lastPacketAt() {
        return lastPacketAt;
    }
}

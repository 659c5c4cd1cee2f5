package io.rostrum.center.peer;

import io.rostrum.center.conversion.ConvertedSource;
import io.rostrum.center.conversion.Converters;
import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.rtp.Arrival;
import io.rostrum.media.rtp.KeyFrameAnswers;
import io.rostrum.media.rtp.ReceiveStream;
import io.rostrum.media.sdp.Codec;
import io.rostrum.media.video.PictureSource;
import io.rostrum.media.video.VideoCodec;
import io.rostrum.protocol.signal.VideoTrouble;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One encoding of a participant's picture, told from his others by its rid, whatever its SSRC.
 *
 * <p>Another SSRC is a new beginning, however near its numbers are to those of the one before.
 */
final class Encoding implements PictureSource.KeyFrames {
    /** An SSRC of before counts again when the one after it was silent for that long. */
    private static final long TAKE_BACK_NANOS = 1_000_000_000L;

    /** Repetitions of an SSRC of before may be on their way for that long. */
    private static final long SETTLED_NANOS = 1_000_000_000L;

    /** Who sends key frames so often need not be asked. */
    private static final long OFTEN_ENOUGH_NANOS = 2_500_000_000L;

    /** A group so full is converted before it is given up, if the source sends no key frame. */
    private static final double FULL = 0.8;

    /** With a group so full it has to be known whether the source answers. */
    private static final double HALF = 0.5;

    /** Who begins anew again and again is not converted anew each time: that is a thread's work. */
    private static final long CONVERSION_PAUSE_NANOS = 1_000_000_000L;

    /** What an encoding has to say. */
    interface Owner {
        /** Feedback is due: send it at once. */
        void onFeedbackDue();

        /** A packet of a picture has come. */
        void onMedia(long nowNanos);

        /** Its clock is another one from now on. */
        void onNewClock();
    }

    private final String rid;
    private final Codec codec;
    private final PictureSource source;
    private final Converters converters;
    private final Owner owner;
    private final KeyFrameAnswers answers = new KeyFrameAnswers();
    private final Wire wire = new Wire();
    private @Nullable ReceiveStream stream;
    private @Nullable ConvertedSource converted;

    /** There was no room for its conversion, or its codecs failed. */
    private boolean unconverted;

    private boolean everConverted;
    private long convertedAt;

    /** Whether it is converted because of its B-frames. */
    private boolean reordered;

    private int bound;
    private int current;
    private long changedAt;
    private long restarts;
    private long lastPacketAt;
    private int lastTimestamp;
    private boolean sending;
    private long ignored;

    /**
     * @param rid its name, empty where there is only one
     */
    Encoding(String participant, String rid, Codec codec, Converters converters, Owner owner) {
        this.converters = converters;
        this.rid = rid;
        this.codec = codec;
        this.owner = owner;
        VideoCodec video = VideoCodec.valueOf(codec.format().name());
        source = new PictureSource(participant, video, this);
    }

    /** What comes under this SSRC is this encoding, from its first packet on. */
    Inbound bind(int ssrc) {
        OptionalInt rtx = codec.rtx();
        Map<Integer, Integer> primary =
                rtx.isPresent() ? Map.of(rtx.getAsInt(), codec.payloadType()) : Map.of();
        ReceiveStream fresh = new ReceiveStream(ReceiveStream.Settings.picture(ssrc, primary));
        int number = ++bound;
        if (stream == null) {
            stream = fresh;
            current = number;
        }
        return (packet, now) -> onPrimary(fresh, number, packet, now);
    }

    private void onPrimary(ReceiveStream of, int number, Buffer packet, long nowNanos) {
        if (Rtp.payloadType(packet) == codec.payloadType()) {
            Arrival arrival = of.onRtp(packet, nowNanos);
            if (number == current || takesOver(of, number, nowNanos)) {
                beginAnewIfJumped(of, nowNanos);
                show(packet, arrival, nowNanos);
            } else {
                ignored++;
            }
        }
        if (number == current && of.feedbackDue(nowNanos)) {
            owner.onFeedbackDue();
        }
    }

    private boolean takesOver(ReceiveStream of, int number, long nowNanos) {
        boolean silent = !sending || nowNanos - lastPacketAt > TAKE_BACK_NANOS;
        if (number < current && !silent) {
            return false;
        }
        stream = of;
        current = number;
        restarts = of.restarts();
        changedAt = nowNanos;
        restart(nowNanos);
        return true;
    }

    private void beginAnewIfJumped(ReceiveStream of, long nowNanos) {
        if (of.restarts() != restarts) {
            restarts = of.restarts();
            restart(nowNanos);
        }
    }

    private void restart(long nowNanos) {
        owner.onNewClock();
        close();
        unconverted = false;
        source.restart(nowNanos);
    }

    /** Takes repetitions of the stream that is bound now. */
    Inbound repair() {
        return new Inbound() {
            private int of = current;

            @Override
            public void onRtp(Buffer packet, long nowNanos) {
                ReceiveStream repaired = stream;
                if (of == 0 || of != current && nowNanos - changedAt > SETTLED_NANOS) {
                    of = current;
                }
                if (repaired != null && of == current) {
                    show(packet, repaired.onRtx(packet), nowNanos);
                } else {
                    ignored++;
                }
            }
        };
    }

    private void show(Buffer packet, Arrival arrival, long nowNanos) {
        switch (arrival) {
            case MEDIA -> {
                lastPacketAt = nowNanos;
                lastTimestamp = Rtp.timestamp(packet);
                if (Rtp.marker(packet)) {
                    answers.onPicture(nowNanos);
                }
                take(packet, nowNanos);
                onShown(nowNanos);
            }
            case PADDING -> skip(Rtp.sequence(packet), nowNanos);
            case PROBE, STALE, REFUSED -> {
                // Counted by the stream.
            }
        }
    }

    /** The packet with which a conversion begins is its own already. */
    private void take(Buffer packet, long nowNanos) {
        if (converted == null) {
            source.onPacket(packet, nowNanos);
        }
        if (converted != null) {
            converted.onPacket(packet, nowNanos);
        }
    }

    private void skip(int number, long nowNanos) {
        if (converted == null) {
            source.onSkipped(number, nowNanos);
        } else {
            converted.onSkipped(number, nowNanos);
        }
    }

    /** Who is not shown does not count as sending. */
    private void onShown(long nowNanos) {
        if (!source.isReordered()) {
            sending = true;
            owner.onMedia(nowNanos);
        }
    }

    /** What is wrong and only the sender can mend, null: nothing. */
    @Nullable VideoTrouble trouble() {
        if (source.isReordered() || reordered) {
            return new VideoTrouble(VideoTrouble.Kind.B_FRAMES, null, converted != null);
        }
        long interval = answers.interval();
        if (!answers.isSilent() || interval > 0 && interval <= OFTEN_ENOUGH_NANOS) {
            return null;
        }
        Integer seconds = interval == 0 ? null : (int) Math.round(interval / 1e9);
        return new VideoTrouble(VideoTrouble.Kind.KEY_FRAMES, seconds, converted != null);
    }

    /** Nothing came for long. */
    void onSilence() {
        sending = false;
    }

    /** Lets time pass: every 50 ms or so. */
    void tick(long nowNanos) {
        if (converted != null) {
            converted.tick(nowNanos);
        } else if (sending && source.group().isOver(HALF, nowNanos)) {
            keepItBeginnable(nowNanos);
        }
    }

    /** Beyond its bounds a group is given up, and nobody could begin with the source any more. */
    private void keepItBeginnable(long nowNanos) {
        if (!answers.isKnown()) {
            wire.request();
        } else if (answers.isSilent() && source.group().isOver(FULL, nowNanos)) {
            convert(false, nowNanos);
        }
    }

    private boolean convert(boolean isReordered, long nowNanos) {
        if (!unconverted && !isTooSoon(nowNanos)) {
            everConverted = true;
            convertedAt = nowNanos;
            converted =
                    converters.begin(
                            source,
                            new Converters.Settings(codec.payloadType(), isReordered),
                            wire,
                            nowNanos);
            unconverted = converted == null;
        }
        reordered = isReordered && converted != null;
        return converted != null;
    }

    private boolean isTooSoon(long nowNanos) {
        return everConverted && nowNanos - convertedAt < CONVERSION_PAUSE_NANOS;
    }

    @Override
    public void request() {
        if (converted == null) {
            wire.request();
        } else {
            converted.requestKeyFrame();
        }
    }

    @Override
    public void onArrived() {
        if (converted == null) {
            wire.onArrived();
        }
    }

    @Override
    public boolean onReordered() {
        return convert(true, lastPacketAt);
    }

    /** Ends its conversion. */
    void close() {
        if (converted != null) {
            converted.close();
            converted = null;
            reordered = false;
        }
    }

    /** The source itself, as who converts it asks it. */
    private final class Wire implements Converters.Listener {
        @Override
        public void request() {
            ReceiveStream asked = stream;
            if (asked != null) {
                answers.onWanted(lastPacketAt);
                asked.requestKeyFrame();
                owner.onFeedbackDue();
            }
        }

        @Override
        public void onArrived() {
            ReceiveStream asked = stream;
            if (asked != null) {
                answers.onKeyFrame(lastPacketAt);
                asked.onKeyFrame();
            }
        }

        @Override
        public void onFailed() {
            close();
            unconverted = true;
            source.restart(lastPacketAt);
        }
    }

    String rid() {
        return rid;
    }

    PictureSource source() {
        return source;
    }

    boolean sending() {
        return sending;
    }

    long lastPacketAt() {
        return lastPacketAt;
    }

    int lastTimestamp() {
        return lastTimestamp;
    }

    /** Packets of SSRCs that were given up. */
    long ignored() {
        return ignored;
    }

    /** The stream, once it is known. */
    @Nullable ReceiveStream stream() {
        return stream;
    }
}

package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.ExtensionBlock;
import io.rostrum.media.packet.ExtensionIds;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.rtp.Memory;
import io.rostrum.media.time.RtpClock;
import io.rostrum.media.time.SequenceNumber;
import io.rostrum.media.time.SequenceUnwrapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Gives one receiver one picture at a time, as one stream that never breaks.
 *
 * <p>The old source goes on until a whole key frame of the new one is there; then it is cut, and
 * from then on no packet of the old one leaves. What a receiver has lost is made again out of the
 * source's store.
 */
public final class PictureSwitch implements PictureSource.Viewer, Memory {
    /** Where the receiver's stream goes; takes packets. Their SSRC is still the source's. */
    public interface Out {
        void send(Buffer packet, long nowNanos);
    }

    /** Who wants to know what the receiver sees. */
    public interface Listener {
        /**
         * From now on the receiver gets this source, or nothing. Told before the first packet
         * leaves, when {@link PictureSwitch#outTimestamp} holds already.
         */
        void onCut(@Nullable PictureSource source, long nowNanos);

        /** The selected source sends what this receiver does not decode; he gets nothing. */
        void onUndecodable(PictureSource source, long nowNanos);
    }

    /**
     * What the receiver negotiated, and where his numbers begin.
     *
     * @param payloadTypes of the codecs that he decodes
     * @param mid of his line, empty when there is none
     */
    public record Settings(
            Map<VideoCodec, Integer> payloadTypes,
            ExtensionIds extensions,
            String mid,
            int firstSequence,
            int firstTimestamp,
            int firstPictureId) {
        public Settings {
            payloadTypes = Map.copyOf(payloadTypes);
        }
    }

    private static final long FIRST_CYCLE = 1L << 16;

    /** A key frame takes no longer to arrive, else another one is asked for. */
    private static final long LONGEST_ARRIVAL = 500_000_000L;

    /** A receiver's own requests count no more often. */
    private static final long REQUEST_PAUSE = 500_000_000L;

    /** Nobody asks later for what he lost before a cut. */
    private static final long REMEMBERED = 1_000_000_000L;

    private final Settings settings;
    private final BufferPool pool;
    private final Out out;
    private final Listener listener;
    private final ExtensionBlock extensions = new ExtensionBlock();
    private final Vp8Numbers vp8;
    private SequenceUnwrapper unwrapper = new SequenceUnwrapper();
    private @Nullable PictureSource selected;
    private @Nullable PictureSource current;
    private @Nullable VideoCodec currentCodec;
    private @Nullable KeyFrameHold hold;
    private @Nullable Passage passage;
    private @Nullable Passage former;
    private long cutAt;
    private long highestOut;
    private boolean anyOut;
    private int lastTimestamp;
    private long lastTimestampAt;
    private boolean anyRequest;
    private long requestedAt;
    private long forwarded;
    private long dropped;
    private long cuts;

    public PictureSwitch(Settings settings, BufferPool pool, Out out, Listener listener) {
        this.settings = settings;
        this.pool = pool;
        this.out = out;
        this.listener = listener;
        vp8 = new Vp8Numbers(settings.firstPictureId());
        highestOut = FIRST_CYCLE + settings.firstSequence() - 1;
        byte[] mid = settings.mid().getBytes(StandardCharsets.UTF_8);
        ExtensionIds ids = settings.extensions();
        extensions
                .add(mid.length == 0 ? 0 : ids.mid(), mid)
                .reserve(ids.transportSequence(), 2)
                .reserve(ids.absSendTime(), 3);
    }

    /** Chooses what the receiver gets, null for nothing. Nothing takes effect at once. */
    public void select(@Nullable PictureSource source, long nowNanos) {
        if (source != null && source == selected) {
            return;
        }
        dropHold();
        selected = source;
        if (source == null) {
            stop(nowNanos);
        } else if (!settings.payloadTypes().containsKey(source.codec())) {
            stop(nowNanos);
            listener.onUndecodable(source, nowNanos);
        } else if (source != current) {
            await(source);
        }
    }

    private void await(PictureSource source) {
        hold = new KeyFrameHold(source, pool);
        source.attach(this);
        source.requestKeyFrame();
    }

    private void dropHold() {
        KeyFrameHold old = hold;
        hold = null;
        if (old != null) {
            old.clear();
            if (old.source() != current) {
                old.source().detach(this);
            }
        }
    }

    private void stop(long nowNanos) {
        PictureSource old = current;
        current = null;
        if (old != null) {
            old.detach(this);
            listener.onCut(null, nowNanos);
        }
    }

    @Override
    public void onPacket(PictureSource source, Buffer packet, int content, long nowNanos) {
        if (source == current && hasBegunAnew(source, packet)) {
            restart(source);
        }
        KeyFrameHold waiting = hold;
        if (source == current) {
            Buffer copy = pool.copyOf(packet);
            forward(unwrapper.unwrap(Rtp.sequence(packet)), copy, nowNanos);
        } else if (waiting != null && source == waiting.source()) {
            hold(waiting, packet, content, nowNanos);
        } else {
            dropped++;
        }
    }

    /** Its next key frame is a cut, unless another source is waited for. */
    private void restart(PictureSource source) {
        current = null;
        if (hold == null) {
            await(source);
        } else {
            source.detach(this);
        }
    }

    private boolean hasBegunAnew(PictureSource source, Buffer packet) {
        long number = unwrapper.peek(Rtp.sequence(packet));
        return source.codec() != currentCodec
                || passage != null
                        && Math.abs(number - passage.sequences().highest())
                                > SequenceMap.LONGEST_GAP;
    }

    private void hold(KeyFrameHold waiting, Buffer packet, int content, long nowNanos) {
        PictureSource source = waiting.source();
        if (!settings.payloadTypes().containsKey(source.codec())) {
            dropHold();
            stop(nowNanos);
            listener.onUndecodable(source, nowNanos);
            return;
        }
        waiting.add(packet, content, nowNanos);
        if (waiting.isComplete()) {
            cut(waiting, nowNanos);
        }
    }

    @Override
    public void onSkipped(PictureSource source, int sequence, long nowNanos) {
        KeyFrameHold waiting = hold;
        if (source == current && passage != null) {
            passage.sequences().skip(unwrapper.unwrap(sequence));
        } else if (waiting != null && source == waiting.source()) {
            waiting.skip(sequence);
            if (waiting.isComplete()) {
                cut(waiting, nowNanos);
            }
        }
    }

    private void cut(KeyFrameHold complete, long nowNanos) {
        PictureSource old = current;
        PictureSource source = complete.source();
        if (old != null && old != source) {
            old.detach(this);
        }
        hold = null;
        current = source;
        currentCodec = source.codec();
        unwrapper = complete.unwrapper();
        cuts++;
        Passage next = passage(source, complete, nowNanos);
        former = passage;
        passage = next;
        cutAt = nowNanos;
        listener.onCut(source, nowNanos);
        Buffer sets = next.sets();
        if (sets != null) {
            send(next.firstOut(), next.packet(sets, pool), nowNanos);
        }
        drain(next, complete, nowNanos);
    }

    private Passage passage(PictureSource source, KeyFrameHold complete, long nowNanos) {
        vp8.cut();
        Buffer sets = complete.isSelfContained() ? null : parameterSets(source);
        SequenceMap sequences = new SequenceMap();
        sequences.start(complete.first(), highestOut + (sets == null ? 1 : 2));
        return new Passage(
                source.store(),
                sequences,
                highestOut + 1,
                Objects.requireNonNull(settings.payloadTypes().get(source.codec())),
                nextTimestamp(nowNanos) - complete.timestamp(),
                complete.timestamp(),
                source.codec() == VideoCodec.VP8 ? vp8.shift() : null,
                sets);
    }

    private void drain(Passage to, KeyFrameHold complete, long nowNanos) {
        complete.drain(
                new KeyFrameHold.Taker() {
                    @Override
                    public void take(long number, Buffer packet) {
                        forward(number, packet, nowNanos);
                    }

                    @Override
                    public void skip(long number) {
                        to.sequences().skip(number);
                    }
                });
    }

    /** Time goes on across a cut as it did for the receiver. */
    private int nextTimestamp(long nowNanos) {
        if (!anyOut) {
            return settings.firstTimestamp();
        }
        long elapsed = RtpClock.VIDEO.ticks(nowNanos - lastTimestampAt);
        return lastTimestamp + (int) Math.max(1, elapsed);
    }

    /** Of a source that sends them once only: the receiver has not seen them. */
    private static @Nullable Buffer parameterSets(PictureSource source) {
        byte[] payload = H264.aggregate(source.parameterSets());
        boolean fits = payload.length <= BufferPool.DATAGRAM - Rtp.FIXED_HEADER;
        return fits ? Buffer.wrap(payload) : null;
    }

    /** Takes the packet. */
    private void forward(long number, Buffer packet, long nowNanos) {
        Passage by = passage;
        long mapped = by == null ? SequenceMap.NONE : by.sequences().map(number);
        if (by == null || mapped == SequenceMap.NONE) {
            dropped++;
            packet.release();
            return;
        }
        if (currentCodec == VideoCodec.VP8) {
            vp8.rewrite(packet);
        }
        by.writeHeader(packet, mapped);
        send(mapped, packet, nowNanos);
    }

    private void send(long number, Buffer packet, long nowNanos) {
        extensions.writeTo(packet);
        highestOut = Math.max(highestOut, number);
        int timestamp = Rtp.timestamp(packet);
        if (!anyOut || RtpClock.later(timestamp, lastTimestamp)) {
            anyOut = true;
            lastTimestamp = timestamp;
            lastTimestampAt = nowNanos;
        }
        forwarded++;
        out.send(packet, nowNanos);
    }

    @Override
    public @Nullable Buffer recall(int sequence, long nowNanos) {
        long number = highestOut + SequenceNumber.distance((int) highestOut & 0xFFFF, sequence);
        Passage by = passage != null && number >= passage.firstOut() ? passage : former;
        if (by == null || number > highestOut || number < by.firstOut()) {
            return null;
        }
        Buffer packet = by.recall(number, pool);
        if (packet != null) {
            extensions.writeTo(packet);
        }
        return packet;
    }

    /** The receiver has lost the picture and says so by PLI or FIR. */
    public void onKeyFrameRequest(long nowNanos) {
        PictureSource source = current;
        if (source == null || anyRequest && nowNanos - requestedAt < REQUEST_PAUSE) {
            return;
        }
        anyRequest = true;
        requestedAt = nowNanos;
        source.requestKeyFrame();
    }

    /** Asks again while a cut is pending; called every 50 ms or so. */
    public void tick(long nowNanos) {
        forget(nowNanos);
        KeyFrameHold waiting = hold;
        if (waiting == null) {
            return;
        }
        long age = waiting.age(nowNanos);
        if (age < 0 || age > LONGEST_ARRIVAL) {
            waiting.source().requestKeyFrame();
        }
    }

    /** Lets the stores of sources go that are not seen any more. */
    private void forget(long nowNanos) {
        if (nowNanos - cutAt >= REMEMBERED) {
            former = null;
            passage = current == null && nowNanos - lastTimestampAt >= REMEMBERED ? null : passage;
        }
    }

    /** Gives everything back. */
    public void close() {
        dropHold();
        PictureSource old = current;
        current = null;
        selected = null;
        if (old != null) {
            old.detach(this);
        }
    }

    /** What the receiver gets now, null for nothing. */
    public @Nullable PictureSource current() {
        return current;
    }

    /** Whether a cut waits for its key frame. */
    public boolean isPending() {
        return hold != null;
    }

    /**
     * The receiver's timestamp of what has this timestamp at the current source; empty without one.
     * Sender reports for the receiver are made of it.
     */
    public OptionalInt outTimestamp(int sourceTimestamp) {
        return current == null || passage == null
                ? OptionalInt.empty()
                : OptionalInt.of(sourceTimestamp + passage.timestampShift());
    }

    /** Packets that left for the receiver. */
    public long forwarded() {
        return forwarded;
    }

    /** Packets that came for nobody: late ones of an old source, or before the cut. */
    public long dropped() {
        return dropped;
    }

    /** How often the picture was cut. */
    public long cuts() {
        return cuts;
    }
}

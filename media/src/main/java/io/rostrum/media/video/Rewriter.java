package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.ExtensionBlock;
import io.rostrum.media.packet.ExtensionIds;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.time.RtpClock;
import io.rostrum.media.time.SequenceNumber;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Makes one receiver's stream of what comes from many sources: numbers, times, ids and extensions
 * go on across every cut, and what was lost is made again out of the source's store.
 */
final class Rewriter {
    private static final long FIRST_CYCLE = 1L << 16;

    /** Nobody asks later for what he lost before a cut. */
    private static final long REMEMBERED = 1_000_000_000L;

    private final PictureSwitch.Settings settings;
    private final BufferPool pool;
    private final PictureSwitch.Out out;
    private final ExtensionBlock extensions = new ExtensionBlock();
    private final Vp8Numbers vp8;
    private @Nullable Passage passage;
    private @Nullable Passage former;
    private long cutAt;
    private long highestOut;
    private boolean anyOut;
    private int lastTimestamp;
    private long lastTimestampAt;
    private long forwarded;
    private long dropped;

    Rewriter(PictureSwitch.Settings settings, BufferPool pool, PictureSwitch.Out out) {
        this.settings = settings;
        this.pool = pool;
        this.out = out;
        vp8 = new Vp8Numbers(settings.firstPictureId());
        highestOut = FIRST_CYCLE + settings.firstSequence() - 1;
        byte[] mid = settings.mid().getBytes(StandardCharsets.UTF_8);
        ExtensionIds ids = settings.extensions();
        extensions
                .add(mid.length == 0 ? 0 : ids.mid(), mid)
                .reserve(ids.transportSequence(), 2)
                .reserve(ids.absSendTime(), 3);
    }

    /**
     * From now on come the packets of the source's group; {@link #begin} sends the first.
     *
     * @param edge what is before it is caught up with: shown as quickly as it can be
     */
    void cut(PictureSource source, long edge, long nowNanos) {
        vp8.cut();
        PictureGroup group = source.group();
        Buffer sets = group.isSelfContained() ? null : parameterSets(source);
        SequenceMap sequences = new SequenceMap();
        sequences.start(group.first(), highestOut + (sets == null ? 1 : 2));
        int next = nextTimestamp(group, edge, nowNanos);
        int free = anyOut ? RtpClock.distance(lastTimestamp, next) : Integer.MAX_VALUE;
        CatchUp caughtUp = CatchUp.of(group, edge, next, free);
        former = passage;
        cutAt = nowNanos;
        passage =
                new Passage(
                        group.store(),
                        sequences,
                        highestOut + 1,
                        Objects.requireNonNull(settings.payloadTypes().get(source.codec())),
                        next - (caughtUp == null ? group.timestamp() : caughtUp.newest()),
                        group.timestamp(),
                        source.codec() == VideoCodec.VP8 ? vp8.shift() : null,
                        sets,
                        caughtUp);
    }

    /** Time goes on across a cut as it did for the receiver, with room for what is caught up. */
    private int nextTimestamp(PictureGroup group, long edge, long nowNanos) {
        if (!anyOut) {
            return settings.firstTimestamp();
        }
        long elapsed = RtpClock.VIDEO.ticks(nowNanos - lastTimestampAt);
        long room = (long) group.timestamps(edge).length * CatchUp.SHORTEST_STEP;
        return lastTimestamp + (int) Math.max(Math.max(1, room), elapsed);
    }

    /** Of a source that sends them once only: the receiver has not seen them. */
    private static @Nullable Buffer parameterSets(PictureSource source) {
        byte[] payload = H264.aggregate(source.parameterSets());
        boolean fits = payload.length <= BufferPool.DATAGRAM - Rtp.FIXED_HEADER;
        return fits ? Buffer.wrap(payload) : null;
    }

    /** Sends what the group does not bring itself. */
    void begin(long nowNanos) {
        Passage by = passage;
        Buffer sets = by == null ? null : by.sets();
        if (by != null && sets != null) {
            send(by.firstOut(), by.packet(sets, pool), nowNanos);
        }
    }

    /** The source's packet of that number; takes it. */
    void forward(long number, Buffer packet, long nowNanos) {
        Passage by = passage;
        long mapped = by == null ? SequenceMap.NONE : by.sequences().map(number);
        if (by == null || mapped == SequenceMap.NONE) {
            dropped++;
            packet.release();
            return;
        }
        if (by.vp8() != null) {
            vp8.rewrite(packet);
        }
        by.writeHeader(packet, number, mapped);
        send(mapped, packet, nowNanos);
    }

    /** The source's number carries nothing. */
    void skip(long number) {
        if (passage != null) {
            passage.sequences().skip(number);
        }
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

    /** The packet of that number as it was sent, but for its SSRC; null when it is gone. */
    @Nullable Buffer recall(int sequence) {
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

    /**
     * Lets the stores of sources go that are not seen any more.
     *
     * @param shown whether there is a source now
     */
    void forget(boolean shown, long nowNanos) {
        if (nowNanos - cutAt >= REMEMBERED) {
            former = null;
            passage = !shown && nowNanos - lastTimestampAt >= REMEMBERED ? null : passage;
        }
    }

    /** The receiver's timestamp of what the source sends under this one now. */
    OptionalInt outTimestamp(int sourceTimestamp) {
        return passage == null
                ? OptionalInt.empty()
                : OptionalInt.of(sourceTimestamp + passage.timestampShift());
    }

    long forwarded() {
        return forwarded;
    }

    long dropped() {
        return dropped;
    }
}

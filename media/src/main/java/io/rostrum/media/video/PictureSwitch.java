package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.ExtensionIds;
import io.rostrum.media.rtp.Memory;
import io.rostrum.media.rtp.PacketStore;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Gives one receiver one picture at a time, as one stream that never breaks.
 *
 * <p>The old source goes on until a whole key frame of the new one is there; then it is cut, and
 * from then on no packet of the old one leaves. What a receiver has lost is made again out of the
 * source's store. A source that does not answer is not waited for: it is cut to its latest key
 * frame, and what came since then is caught up with.
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

    /** A key frame takes no longer to arrive, else another one is asked for. */
    private static final long LONGEST_ARRIVAL = 500_000_000L;

    /** A receiver's own requests count no more often. */
    private static final long REQUEST_PAUSE = 500_000_000L;

    /** A key frame that is not older is as good as one that is asked for. */
    private static final long FRESH = 200_000_000L;

    /** A source that answers does so within this time. */
    private static final long PATIENCE = 400_000_000L;

    /** A receiver who loses his way again and again gets the group no more often. */
    private static final long REPEAT_PAUSE = 3_000_000_000L;

    /** A whole group at once would overrun sockets and paths: so many bytes a call. */
    private static final int BURST = 64 * 1024;

    private final Settings settings;
    private final BufferPool pool;
    private final Listener listener;
    private final Rewriter rewriter;
    private @Nullable PictureSource selected;
    private @Nullable PictureSource current;
    private @Nullable PictureSource awaited;
    private long awaitedSince;

    /** While he catches up: the number that he gets next. */
    private long cursor;

    private boolean catchingUp;
    private boolean anyRequest;
    private long requestedAt;
    private boolean lost;
    private long cutAt;
    private long dropped;
    private long cuts;
    private long caughtUp;
    private @Nullable RuntimeException failure;

    public PictureSwitch(Settings settings, BufferPool pool, Out out, Listener listener) {
        this.settings = settings;
        this.pool = pool;
        this.listener = listener;
        rewriter = new Rewriter(settings, pool, out);
    }

    /** Chooses what the receiver gets, null for nothing. */
    public void select(@Nullable PictureSource source, long nowNanos) {
        if (source != null && source == selected) {
            return;
        }
        giveUpWaiting();
        selected = source;
        if (source == null) {
            stop(nowNanos);
        } else if (!settings.payloadTypes().containsKey(source.codec())) {
            stop(nowNanos);
            listener.onUndecodable(source, nowNanos);
        } else if (source != current) {
            await(source, nowNanos);
        }
    }

    private void await(PictureSource source, long nowNanos) {
        awaited = source;
        awaitedSince = nowNanos;
        source.attach(this);
        cutWhenPossible(source, nowNanos);
        if (awaited != null) {
            source.requestKeyFrame();
        }
    }

    private void giveUpWaiting() {
        PictureSource old = awaited;
        awaited = null;
        if (old != null && old != current) {
            old.detach(this);
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
    public void onPacket(
            PictureSource source, Buffer packet, long number, int content, long nowNanos) {
        if (source == awaited) {
            cutWhenPossible(source, nowNanos);
        } else if (source != current) {
            dropped++;
        } else if (catchingUp && number >= cursor) {
            pump(source, BURST, nowNanos);
        } else {
            rewriter.forward(number, pool.copyOf(packet), nowNanos);
        }
    }

    @Override
    public void onSkipped(PictureSource source, long number, long nowNanos) {
        if (source == awaited) {
            cutWhenPossible(source, nowNanos);
        } else if (source == current && !(catchingUp && number >= cursor)) {
            rewriter.skip(number);
        }
    }

    @Override
    public void onRestart(PictureSource source, long nowNanos) {
        if (source == awaited) {
            awaitedSince = nowNanos;
        } else if (source == current) {
            beginAnew(source, nowNanos);
        }
    }

    @Override
    public void onFailed(PictureSource source, RuntimeException why) {
        failure = why;
    }

    /** Its next key frame is a cut, unless another source is waited for. */
    private void beginAnew(PictureSource source, long nowNanos) {
        current = null;
        if (awaited == null) {
            await(source, nowNanos);
        } else {
            source.detach(this);
        }
    }

    private void cutWhenPossible(PictureSource source, long nowNanos) {
        PictureGroup group = source.group();
        if (!group.isKeyWhole()) {
            return;
        }
        boolean fresh = group.begunAt() >= awaitedSince || nowNanos - group.begunAt() <= FRESH;
        if (fresh) {
            cut(source, group.first(), nowNanos);
        } else if (nowNanos - awaitedSince >= PATIENCE && group.isIntact(nowNanos)) {
            caughtUp++;
            cut(source, group.whole(), nowNanos);
        }
    }

    /**
     * @param edge from this number on packets keep their own time, those before are caught up with
     */
    private void cut(PictureSource source, long edge, long nowNanos) {
        PictureGroup group = source.group();
        PictureSource old = current;
        if (old != null && old != source) {
            old.detach(this);
        }
        awaited = null;
        current = source;
        lost = false;
        cutAt = nowNanos;
        cuts++;
        rewriter.cut(source, edge, nowNanos);
        listener.onCut(source, nowNanos);
        rewriter.begin(nowNanos);
        cursor = group.first();
        catchingUp = true;
        pump(source, edge == group.first() ? Integer.MAX_VALUE : BURST, nowNanos);
    }

    private void pump(PictureSource source, int burst, long nowNanos) {
        PacketStore kept = source.group().store();
        if (cursor < kept.first()) {
            beginAnew(source, nowNanos);
            return;
        }
        int left = burst;
        for (; cursor < kept.end() && left > 0; cursor++) {
            Buffer copy = kept.copy(cursor, pool);
            if (copy != null) {
                left -= copy.length();
                rewriter.forward(cursor, copy, nowNanos);
            } else if (kept.contains(cursor)) {
                rewriter.skip(cursor);
            }
        }
        catchingUp = cursor < kept.end();
    }

    @Override
    public @Nullable Buffer recall(int sequence, long nowNanos) {
        return rewriter.recall(sequence);
    }

    /** The receiver has lost the picture and says so by PLI or FIR. */
    public void onKeyFrameRequest(long nowNanos) {
        PictureSource source = current;
        if (source == null || anyRequest && nowNanos - requestedAt < REQUEST_PAUSE) {
            return;
        }
        anyRequest = true;
        requestedAt = nowNanos;
        lost = true;
        source.requestKeyFrame();
    }

    /**
     * Goes on with what has to wait; called every 50 ms or so.
     *
     * @throws RuntimeException with which it failed to take a packet: it is of no more use
     */
    public void tick(long nowNanos) {
        if (failure != null) {
            throw failure;
        }
        PictureSource shown = current;
        rewriter.forget(shown != null, nowNanos);
        if (shown != null && catchingUp) {
            pump(shown, BURST, nowNanos);
        } else if (shown != null && lost) {
            repeat(shown, nowNanos);
        }
        PictureSource waiting = awaited;
        if (waiting != null) {
            cutWhenPossible(waiting, nowNanos);
        }
        if (awaited != null) {
            askAgain(awaited, nowNanos);
        }
    }

    private void askAgain(PictureSource waiting, long nowNanos) {
        PictureGroup group = waiting.group();
        boolean coming = group.begun() && group.begunAt() >= awaitedSince;
        boolean late = nowNanos - group.begunAt() > LONGEST_ARRIVAL;
        if (!coming || late && !group.isKeyArriving(nowNanos)) {
            waiting.requestKeyFrame();
        }
    }

    /** He asked for a key frame, and the source does not answer: he begins with its latest. */
    private void repeat(PictureSource shown, long nowNanos) {
        PictureGroup group = shown.group();
        if (group.begunAt() >= requestedAt) {
            lost = false;
        } else if (nowNanos - requestedAt >= PATIENCE
                && nowNanos - cutAt >= REPEAT_PAUSE
                && group.isIntact(nowNanos)) {
            caughtUp++;
            cut(shown, group.whole(), nowNanos);
        }
    }

    /** Gives everything back. */
    public void close() {
        giveUpWaiting();
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
        return awaited != null;
    }

    /**
     * The receiver's timestamp of what has this timestamp at the current source; empty without one.
     * Sender reports for the receiver are made of it.
     */
    public OptionalInt outTimestamp(int sourceTimestamp) {
        return current == null ? OptionalInt.empty() : rewriter.outTimestamp(sourceTimestamp);
    }

    /** Packets that left for the receiver. */
    public long forwarded() {
        return rewriter.forwarded();
    }

    /** Packets that came for nobody: late ones of an old source, or before the cut. */
    public long dropped() {
        return dropped + rewriter.dropped();
    }

    /** How often the picture was cut. */
    public long cuts() {
        return cuts;
    }

    /** Cuts to a key frame of before, since the source sent no other in time. */
    public long caughtUp() {
        return caughtUp;
    }
}

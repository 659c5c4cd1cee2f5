package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.time.RtpClock;
import io.rostrum.media.time.SequenceUnwrapper;
import java.util.Map;
import java.util.TreeMap;

/**
 * Holds the packets of a source from the first one of a key frame on, until that key frame is
 * complete.
 *
 * <p>Before a key frame has begun it holds the newest frame only: its first packet may be late.
 */
final class KeyFrameHold {
    private static final int MOST = 2048;
    private static final Buffer SKIPPED = Buffer.wrap(new byte[0]);

    private final PictureSource source;
    private final BufferPool pool;
    private final SequenceUnwrapper unwrapper = new SequenceUnwrapper();
    private final TreeMap<Long, Buffer> held = new TreeMap<>();
    private boolean begun;
    private long begunAt;
    private long first;

    /** Everything from the first to the one before this is there. */
    private long unseen;

    private int timestamp;
    private boolean withSets;

    KeyFrameHold(PictureSource source, BufferPool pool) {
        this.source = source;
        this.pool = pool;
    }

    PictureSource source() {
        return source;
    }

    /** Copies a packet when it may be wanted. */
    void add(Buffer packet, int content, long nowNanos) {
        long number = number(Rtp.sequence(packet));
        if (source.isKeyStart(content)) {
            onStart(number, Rtp.timestamp(packet), nowNanos);
        } else if (!begun) {
            onNewest(Rtp.timestamp(packet));
        }
        if (held.containsKey(number)) {
            return;
        }
        if (held.size() >= MOST) {
            clear();
            return;
        }
        held.put(number, pool.copyOf(packet));
        withSets |= isFirstFrame(packet) && Content.has(content, Content.SEQUENCE_SET);
    }

    private long number(int sequence) {
        long number = unwrapper.peek(sequence);
        if (Math.abs(number - unwrapper.highest()) > SequenceMap.LONGEST_GAP) {
            clear();
            unwrapper.reset();
        }
        return unwrapper.unwrap(sequence);
    }

    private boolean isFirstFrame(Buffer packet) {
        return begun && Rtp.timestamp(packet) == timestamp;
    }

    /** A later key frame takes the place of one that is not complete. */
    private void onStart(long number, int newTimestamp, long nowNanos) {
        if (begun && newTimestamp == timestamp) {
            first = Math.min(first, number);
            unseen = first;
            return;
        }
        if (begun && !RtpClock.later(newTimestamp, timestamp)) {
            return;
        }
        onNewest(newTimestamp);
        begun = true;
        begunAt = nowNanos;
        withSets = false;
        first = number;
        unseen = number;
    }

    private void onNewest(int newTimestamp) {
        if (held.isEmpty() || RtpClock.later(newTimestamp, timestamp)) {
            release();
            timestamp = newTimestamp;
        }
    }

    void skip(int sequence) {
        long number = number(sequence);
        if (begun && held.size() < MOST) {
            held.putIfAbsent(number, SKIPPED);
        }
    }

    /** Whether every packet of the key frame is there. */
    boolean isComplete() {
        if (!begun) {
            return false;
        }
        Buffer packet = held.get(unseen);
        while (packet != null && (packet == SKIPPED || !isEnd(packet))) {
            packet = held.get(++unseen);
        }
        return packet != null;
    }

    private boolean isEnd(Buffer packet) {
        return Rtp.marker(packet) || Rtp.timestamp(packet) != timestamp;
    }

    /** Whether the key frame brings its parameter sets, or needs none. */
    boolean isSelfContained() {
        return withSets || source.codec() == VideoCodec.VP8;
    }

    /** Nanoseconds since the key frame began to arrive, or -1. */
    long age(long nowNanos) {
        return begun ? nowNanos - begunAt : -1;
    }

    long first() {
        return first;
    }

    int timestamp() {
        return timestamp;
    }

    /** What takes the packets over. */
    interface Taker {
        void take(long number, Buffer packet);

        void skip(long number);
    }

    /** Hands on everything from the first packet of the key frame, in order. */
    void drain(Taker taker) {
        for (Map.Entry<Long, Buffer> entry : held.entrySet()) {
            Buffer packet = entry.getValue();
            if (packet == SKIPPED) {
                taker.skip(entry.getKey());
            } else {
                taker.take(entry.getKey(), packet);
            }
        }
        held.clear();
    }

    /** The numbers go on behind the hold. */
    SequenceUnwrapper unwrapper() {
        return unwrapper;
    }

    /** Forgets everything and waits for the next key frame. */
    void clear() {
        release();
        begun = false;
    }

    private void release() {
        held.values().stream().filter(packet -> packet != SKIPPED).forEach(Buffer::release);
        held.clear();
    }
}

package io.rostrum.media.video;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.rtp.PacketStore;
import io.rostrum.media.time.RtpClock;
import java.util.Arrays;

/**
 * The packets of a source since its latest key frame began, and those of the last second: kept once
 * for all who begin with them.
 *
 * <p>A source that sends no key frame for long does not fill our memory: beyond its bounds the
 * group is given up, and the next key frame begins the next one.
 */
public final class PictureGroup {
    /**
     * How much is kept.
     *
     * @param packets at most; a power of two from 64 on
     * @param nanos since the key frame, at most
     * @param anyhow nanoseconds for which what was sent may be asked for again
     */
    public record Limits(int packets, long bytes, int pictures, long nanos, long anyhow) {
        /** A key frame every 10 s at 8 Mbit/s, and as long again. */
        public static final Limits PICTURE =
                new Limits(1 << 14, 12 << 20, 1200, 20_000_000_000L, 1_000_000_000L);

        /** Next to nothing: for a source whose packets nobody wants again. */
        public static final Limits LEAST = new Limits(64, 1 << 16, 1, 0, 0);
    }

    /** How long a packet that is missing may still come. */
    private static final long PATIENCE = 300_000_000L;

    private final Limits limits;
    private PacketStore store;
    private final PictureSource source;
    private boolean begun;
    private long begunAt;
    private long first;

    /** First number of the group before. */
    private long former;

    /** Everything of the key frame from the first to the one before this is there. */
    private long unseen;

    /** Everything from the first to the one before this is there. */
    private long whole;

    private int timestamp;

    /** RTP timestamp of the newest packet. */
    private int newest;

    private long newestAt;

    private int pictures;
    private boolean withSets;
    private long givenUp;

    PictureGroup(PictureSource source, Limits limits) {
        this.source = source;
        this.limits = limits;
        store = new PacketStore(limits.packets());
    }

    void add(Buffer packet, long number, int content, long nowNanos) {
        if (isStart(content)) {
            onStart(number, Rtp.timestamp(packet), nowNanos);
        }
        if (number >= store.end()) {
            newest = Rtp.timestamp(packet);
            newestAt = nowNanos;
        }
        store.add(number, packet, content, nowNanos);
        if (begun && Rtp.timestamp(packet) == timestamp) {
            withSets |= Content.has(content, Content.SEQUENCE_SET);
        }
        pictures += Rtp.marker(packet) ? 1 : 0;
        trim(nowNanos);
    }

    void skip(long number, long nowNanos) {
        store.skip(number, nowNanos);
    }

    private boolean isStart(int content) {
        return Content.has(content, Content.SEQUENCE_SET)
                || Content.has(content, Content.KEY_START)
                        && (source.codec() == VideoCodec.VP8 || !source.parameterSets().isEmpty());
    }

    /** A later key frame begins a new group, even where the one before is not complete. */
    private void onStart(long number, int newTimestamp, long nowNanos) {
        if (begun && newTimestamp == timestamp) {
            first = Math.min(first, number);
        } else if (!begun || RtpClock.later(newTimestamp, timestamp)) {
            former = begun ? first : number;
            begun = true;
            begunAt = nowNanos;
            timestamp = newTimestamp;
            pictures = 0;
            withSets = false;
            first = number;
        } else {
            return;
        }
        unseen = first;
        whole = first;
    }

    /** The group before stays for those who were given it late, unless it takes too much. */
    private void trim(long nowNanos) {
        if (begun && isTooMuch(nowNanos)) {
            store.dropBefore(first);
            if (isTooMuch(nowNanos)) {
                begun = false;
                givenUp++;
            }
        }
        long end = begun ? first : store.end() - 1;
        if (begun && nowNanos - begunAt <= limits.anyhow()) {
            end = Math.min(former, first);
        }
        while (store.first() < end && isOld(store.first(), nowNanos)) {
            store.dropBefore(store.first() + 1);
        }
    }

    private boolean isTooMuch(long nowNanos) {
        return pictures > limits.pictures()
                || store.bytes() > limits.bytes()
                || nowNanos - begunAt > limits.nanos()
                || store.first() > first;
    }

    /**
     * Whether it fills that part of its bounds, beyond which it is given up.
     *
     * @param part 0 to 1
     */
    public boolean isOver(double part, long nowNanos) {
        return begun
                && (pictures > part * limits.pictures()
                        || store.bytes() > part * limits.bytes()
                        || nowNanos - begunAt > part * limits.nanos()
                        || store.end() - first > part * limits.packets());
    }

    private boolean isOld(long number, long nowNanos) {
        return !store.contains(number) || nowNanos - store.arrived(number) > limits.anyhow();
    }

    /** The source has begun anew: nothing of before is of use, but for whoever holds the store. */
    void clear() {
        begun = false;
        store = new PacketStore(limits.packets());
    }

    /** Whether a key frame has begun, and everything since then is kept. */
    public boolean begun() {
        return begun;
    }

    /** Whether every packet of the key frame is there. */
    boolean isKeyWhole() {
        if (!begun) {
            return false;
        }
        while (store.contains(unseen) && (store.isSkipped(unseen) || !isEnd(unseen))) {
            unseen++;
        }
        return store.contains(unseen);
    }

    /**
     * Whether the key frame is still on its way, and nothing after it, as over a narrow path: to
     * ask for another one would make it later.
     */
    public boolean isKeyArriving(long nowNanos) {
        return begun && newest == timestamp && nowNanos - newestAt < PATIENCE && !isKeyWhole();
    }

    private boolean isEnd(long number) {
        return store.marker(number) || store.timestamp(number) != timestamp;
    }

    /** Whether all is there that can be, so that who begins with the key frame comes to now. */
    public boolean isIntact(long nowNanos) {
        long gap = whole();
        if (!isKeyWhole() || gap >= store.end()) {
            return isKeyWhole();
        }
        long next = gap;
        while (!store.contains(next)) {
            next++;
        }
        return nowNanos - store.arrived(next) < PATIENCE;
    }

    /** The number behind those that are there without a gap. */
    long whole() {
        while (store.contains(whole)) {
            whole++;
        }
        return whole;
    }

    /** RTP timestamps of the pictures from the key frame on, in the order of decoding. */
    int[] timestamps(long before) {
        int[] found = new int[pictures + 2];
        int count = 0;
        for (long number = first; number < before; number++) {
            if (store.contains(number) && !store.isSkipped(number)) {
                int next = store.timestamp(number);
                if (count == 0 || next != found[count - 1]) {
                    found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                    found[count++] = next;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Whether the key frame brings its parameter sets, or needs none. */
    boolean isSelfContained() {
        return withSets || source.codec() == VideoCodec.VP8;
    }

    /** When the key frame began to arrive. */
    long begunAt() {
        return begunAt;
    }

    /** Number of its first packet. */
    public long first() {
        return first;
    }

    /** RTP timestamp of the key frame. */
    int timestamp() {
        return timestamp;
    }

    /** The packets themselves; another store after the source has begun anew. */
    public PacketStore store() {
        return store;
    }

    /** Groups that grew beyond their bounds. */
    public long givenUp() {
        return givenUp;
    }
}

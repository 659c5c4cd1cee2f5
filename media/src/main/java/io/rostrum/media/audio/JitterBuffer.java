package io.rostrum.media.audio;

import io.rostrum.media.codec.OpusDecoder;
import io.rostrum.media.codec.OpusPacket;
import java.util.Arrays;

/**
 * Turns Opus packets that come when they like into one frame of 20 ms per tick.
 *
 * <p>How long it waits is learnt ({@link DelayEstimator}). It grows at once: when the next packet
 * has not come, its tick is concealed and the packet still played when it comes. It shrinks as soon
 * as a whole packet's time could go and every packet would still have come in time: in silence by
 * cutting, in sound by removing a pitch period now and then ({@link PcmQueue}). Ticks and packets
 * have the same rhythm, so on a calm network the delay is the phase between the two, 5 to 25 ms.
 *
 * <p>After 100 ms without packets (DTX, a break) it stops and starts anew with the next packet, at
 * the delay that is right then; whatever has piled up meanwhile is left out.
 */
public final class JitterBuffer implements AutoCloseable {
    /** What a pulled frame is; of a frame made of several packets, the worst. */
    public enum Outcome {
        NORMAL,
        /** The packet was lost and the next one carried a copy of it. */
        RECOVERED,
        /** The packet was lost or late and its sound is invented. */
        CONCEALED,
        /** Nothing to play: not started, DTX, or a long break. */
        SILENCE
    }

    private static final int MAX_STARVED = 5;
    private static final int MAX_LOST_SAMPLES = 5760;
    private static final long JUMP_NANOS = 1_000_000_000;
    private static final int FARTHEST_SEQUENCE = 1000;
    private static final long HOLD_NANOS = 1_000_000_000;
    private static final long LOSSY_NANOS = 10_000_000_000L;
    private static final long HYSTERESIS_NANOS = 3_000_000;
    private static final int WINDOW_TICKS = 25;
    private static final int PAUSE_TICKS = 5;
    private static final int PATIENCE_TICKS = 50;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final JitterCounters counters = new JitterCounters();
    private final DelayEstimator estimator = new DelayEstimator();
    private final PacketQueue queue = new PacketQueue();
    private final PcmQueue ready = new PcmQueue();
    private final float[] scratch = new float[2 * OpusDecoder.MAX_SAMPLES];
    private OpusDecoder decoder = new OpusDecoder(1);

    private boolean known;
    private int ssrc;
    private int newestSequence;
    private int newestTimestamp;
    private long newestArrival;

    private boolean playing;
    private boolean played;
    private int nextSequence;
    private int nextTimestamp;
    private int unit = Pcm.TICK;
    private int starved;
    private int debt;
    private boolean stretch;
    private boolean decoding = true;
    private boolean stale;

    private long grownAt = NEVER;
    private long lostAt = NEVER;
    private long lostBefore = NEVER;
    private long copySeenAt = NEVER;

    private final long[] waits = new long[WINDOW_TICKS];
    private int waitIndex;
    private int sinceRemoval;
    private int impatience;

    private int heardTimestamp;
    private long delayNanos;

    /**
     * Takes a packet; its bytes are copied.
     *
     * @param sequence RTP sequence number, 16 bits
     * @param timestamp RTP timestamp, 32 bits
     */
    public void push(
            int packetSsrc,
            int sequence,
            int timestamp,
            byte[] payload,
            int from,
            int length,
            long nowNanos) {
        int samples = OpusPacket.samples(payload, from, length);
        if (samples <= 0) {
            counters.malformed++;
            return;
        }
        counters.received++;
        if (!known || packetSsrc != ssrc || jumped(sequence, timestamp, nowNanos)) {
            restart(packetSsrc, sequence);
        }
        boolean duplicate = queue.knows(sequence);
        if (duplicate) {
            counters.duplicate++;
            return;
        }
        remember(sequence, timestamp, nowNanos);
        estimator.onPacket(timestamp, nowNanos);
        admit(sequence, timestamp, samples, payload, from, length, nowNanos);
    }

    private void admit(
            int sequence,
            int timestamp,
            int samples,
            byte[] payload,
            int from,
            int length,
            long nowNanos) {
        int ahead = (short) (sequence - nextSequence);
        if (ahead < 0 && (playing || played)) {
            onLate(timestamp, nowNanos);
            return;
        }
        if (ahead < 0) {
            nextSequence = sequence;
        } else if (ahead >= PacketQueue.CAPACITY) {
            counters.overflows++;
            queue.clear();
            ready.clear();
            playing = false;
            nextSequence = sequence;
        }
        queue.put(sequence, timestamp, samples, payload, from, length);
    }

    private void onLate(int timestamp, long nowNanos) {
        counters.late++;
        if (playing && estimator.delayNanos(timestamp, nowNanos) < LATEST_NANOS) {
            stretch = true;
        }
    }

    /** What comes later than this is not waited for. */
    private static final long LATEST_NANOS = 250_000_000;

    private boolean jumped(int sequence, int timestamp, long nowNanos) {
        int step = (short) (sequence - newestSequence);
        if (step <= 0 && step > -FARTHEST_SEQUENCE) {
            return false;
        }
        long source = Pcm.nanos(timestamp - newestTimestamp);
        return step > FARTHEST_SEQUENCE
                || step <= -FARTHEST_SEQUENCE
                || Math.abs(source - (nowNanos - newestArrival)) > JUMP_NANOS;
    }

    private void remember(int sequence, int timestamp, long nowNanos) {
        if (!known || (short) (sequence - newestSequence) > 0) {
            newestSequence = sequence;
            newestTimestamp = timestamp;
            newestArrival = nowNanos;
        }
        known = true;
    }

    private void restart(int newSsrc, int sequence) {
        counters.restarts += known ? 1 : 0;
        known = false;
        ssrc = newSsrc;
        nextSequence = sequence;
        estimator.reset();
        queue.clear();
        ready.clear();
        playing = false;
        played = false;
        stale = true;
        lostAt = NEVER;
        lostBefore = NEVER;
        copySeenAt = NEVER;
    }

    /**
     * The sound of one tick; to be called every 20 ms.
     *
     * @param decode false while nobody wants to hear it: time goes on, nothing is decoded, and the
     *     frame is silence
     * @param stereo gets {@link Pcm#TICK_FLOATS} floats
     */
    public Outcome pull(long nowNanos, boolean decode, float[] stereo) {
        decoding = decode;
        stale |= !decode;
        if (!playing && !start(nowNanos)) {
            Arrays.fill(stereo, 0, Pcm.TICK_FLOATS, 0);
            return Outcome.SILENCE;
        }
        Outcome outcome = Outcome.NORMAL;
        if (stretch) {
            stretch = false;
            conceal(Pcm.TICK);
            grown(nowNanos);
            outcome = Outcome.CONCEALED;
        }
        observe(nowNanos);
        while (ready.count() < Pcm.TICK && playing) {
            Outcome piece = fill(nowNanos);
            outcome = piece.compareTo(outcome) > 0 ? piece : outcome;
        }
        if (!playing) {
            ready.clear();
            Arrays.fill(stereo, 0, Pcm.TICK_FLOATS, 0);
            return Outcome.SILENCE;
        }
        heardTimestamp = nextTimestamp - ready.count();
        delayNanos = estimator.delayNanos(heardTimestamp, nowNanos);
        shrink(nowNanos);
        ready.take(stereo);
        counters.count(outcome);
        return outcome;
    }

    /** Starts with the latest packet that may be played now, if there is one. */
    private boolean start(long nowNanos) {
        PacketQueue.Slot head = queue.first(nextSequence);
        if (!head.held || waited(head, nowNanos) < wanted(nowNanos)) {
            return false;
        }
        PacketQueue.Slot next = queue.first(head.sequence + 1);
        while (next.held && waited(next, nowNanos) >= wanted(nowNanos)) {
            queue.played(head);
            counters.skipped++;
            head = next;
            next = queue.first(head.sequence + 1);
        }
        playing = true;
        played = true;
        nextSequence = head.sequence;
        nextTimestamp = head.timestamp;
        starved = 0;
        debt = 0;
        stretch = false;
        forgetWaits();
        return true;
    }

    private long waited(PacketQueue.Slot slot, long nowNanos) {
        return estimator.delayNanos(slot.timestamp, nowNanos);
    }

    /** One packet more where packets get lost and the next one would bring a copy. */
    private long wanted(long nowNanos) {
        return estimator.targetNanos() + (lossy(nowNanos) ? Pcm.nanos(unit) : 0);
    }

    private boolean lossy(long nowNanos) {
        return nowNanos - lostBefore < LOSSY_NANOS && nowNanos - copySeenAt < LOSSY_NANOS;
    }

    private Outcome fill(long nowNanos) {
        PacketQueue.Slot head = queue.first(nextSequence);
        if (!head.held) {
            return starve();
        }
        int gap = head.timestamp - nextTimestamp;
        if (gap == 0) {
            return play(head, nowNanos);
        }
        if (head.sequence == nextSequence || gap <= 0 || gap > MAX_LOST_SAMPLES) {
            return leap(head, nowNanos);
        }
        return mend(head, gap, nowNanos);
    }

    private Outcome starve() {
        if (++starved > MAX_STARVED) {
            playing = false;
            return Outcome.SILENCE;
        }
        debt += Pcm.TICK;
        conceal(Pcm.TICK);
        return Outcome.CONCEALED;
    }

    private Outcome play(PacketQueue.Slot head, long nowNanos) {
        if (debt > 0) {
            grown(nowNanos);
        }
        debt = 0;
        starved = 0;
        decode(head);
        queue.played(head);
        nextSequence = head.sequence + 1 & 0xFFFF;
        nextTimestamp = head.timestamp + head.samples;
        return Outcome.NORMAL;
    }

    /** The sender was silent meanwhile: goes on when the packet's time has come. */
    private Outcome leap(PacketQueue.Slot head, long nowNanos) {
        if (waited(head, nowNanos) < wanted(nowNanos)) {
            return starve();
        }
        debt = 0;
        nextSequence = head.sequence;
        nextTimestamp = head.timestamp;
        return play(head, nowNanos);
    }

    /** Packets between the last one and this one are lost. */
    private Outcome mend(PacketQueue.Slot head, int gap, long nowNanos) {
        boolean copy = OpusPacket.carriesPrevious(head.payload, 0, head.length);
        copySeenAt = copy ? nowNanos : copySeenAt;
        boolean recoverable = copy && gap <= head.samples;
        if (gap <= debt && !(recoverable && lossy(nowNanos))) {
            lost(nowNanos);
            debt = 0;
            nextSequence = head.sequence;
            nextTimestamp = head.timestamp;
            return play(head, nowNanos);
        }
        lost(nowNanos);
        if (recoverable) {
            recover(head, gap);
            nextSequence = head.sequence;
            nextTimestamp = head.timestamp;
            return Outcome.RECOVERED;
        }
        int piece = Math.min(unit, gap) / PLC_STEP * PLC_STEP;
        if (piece == 0) {
            nextTimestamp = head.timestamp;
            nextSequence = head.sequence;
            return Outcome.CONCEALED;
        }
        conceal(piece);
        nextTimestamp += piece;
        return Outcome.CONCEALED;
    }

    /** libopus conceals in steps of 2.5 ms. */
    private static final int PLC_STEP = 120;

    private void lost(long nowNanos) {
        lostBefore = lostAt;
        lostAt = nowNanos;
    }

    private void grown(long nowNanos) {
        grownAt = nowNanos;
        forgetWaits();
    }

    private void decode(PacketQueue.Slot head) {
        unit = head.samples;
        if (!ready.hasRoomFor(head.samples)) {
            ready.clear();
        }
        if (!decoding) {
            ready.appendSilence(head.samples);
            return;
        }
        prepare(OpusPacket.channels(head.payload, 0, head.length));
        int samples = decoder.decode(head.payload, 0, head.length, scratch, 0);
        if (samples == head.samples) {
            ready.append(scratch, decoder.channels(), samples);
        } else {
            counters.undecodable++;
            ready.appendSilence(head.samples);
        }
    }

    /** A decoder that missed packets starts afresh; the first stereo packet brings a stereo one. */
    private void prepare(int channels) {
        if (channels > decoder.channels()) {
            decoder.close();
            decoder = new OpusDecoder(channels);
        } else if (stale) {
            decoder.reset();
        }
        stale = false;
    }

    private void recover(PacketQueue.Slot next, int gap) {
        int samples =
                decoding && !stale
                        ? decoder.decodeLost(next.payload, 0, next.length, gap, scratch, 0)
                        : 0;
        append(samples, gap);
    }

    private void conceal(int samples) {
        append(decoding && !stale ? decoder.conceal(samples, scratch, 0) : 0, samples);
    }

    private void append(int made, int samples) {
        if (!ready.hasRoomFor(samples)) {
            ready.clear();
        }
        if (made == samples) {
            ready.append(scratch, decoder.channels(), samples);
        } else {
            ready.appendSilence(samples);
        }
    }

    private void observe(long nowNanos) {
        if (ready.count() < Pcm.TICK) {
            waits[waitIndex] = estimator.delayNanos(nextTimestamp, nowNanos);
            waitIndex = (waitIndex + 1) % WINDOW_TICKS;
        }
    }

    private void forgetWaits() {
        Arrays.fill(waits, 0);
    }

    private void shrink(long nowNanos) {
        sinceRemoval++;
        int surplus = surplus(nowNanos);
        if (surplus == 0) {
            impatience = 0;
            return;
        }
        if (sinceRemoval < PAUSE_TICKS || surplus < PcmQueue.MIN_LAG && ++impatience < 2) {
            return;
        }
        int most = Math.min(surplus, Pcm.TICK);
        boolean more = true;
        while (more && ready.count() < Pcm.TICK + most) {
            more = playNext(nowNanos);
        }
        int removed = ready.compress(most, ++impatience > PATIENCE_TICKS);
        if (removed > 0) {
            counters.removedSamples += removed;
            sinceRemoval = 0;
            impatience = 0;
        }
    }

    /** Samples that may go: what is decoded beyond whole ticks, and whole packets' time. */
    private int surplus(long nowNanos) {
        int left = ready.count() % Pcm.TICK;
        if (nowNanos - grownAt < HOLD_NANOS) {
            return left;
        }
        long shortest = Arrays.stream(waits).min().orElse(0);
        long spare = shortest - wanted(nowNanos) - HYSTERESIS_NANOS;
        long packets = Math.max(0, spare / Pcm.nanos(unit));
        return left + (int) Math.min(packets * unit, Pcm.RATE);
    }

    private boolean playNext(long nowNanos) {
        PacketQueue.Slot head = queue.first(nextSequence);
        if (!head.held || head.sequence != nextSequence || head.timestamp != nextTimestamp) {
            return false;
        }
        play(head, nowNanos);
        forgetWaitsAfterRemoval();
        return true;
    }

    private void forgetWaitsAfterRemoval() {
        long gone = Pcm.nanos(unit);
        for (int i = 0; i < waits.length; i++) {
            waits[i] -= gone;
        }
    }

    /** RTP timestamp of the first sample of the frame pulled last. */
    public int heardTimestamp() {
        return heardTimestamp;
    }

    /** Whether the stream is being played, so that {@link #heardTimestamp()} means something. */
    public boolean playing() {
        return playing;
    }

    /** Delay of the frame pulled last, beyond the shortest way here, in milliseconds. */
    public double delayMillis() {
        return delayNanos / 1e6;
    }

    /** What the buffer wants to wait at least, in milliseconds. */
    public double targetMillis() {
        return estimator.targetNanos() / 1e6;
    }

    public JitterCounters counters() {
        return counters;
    }

    @Override
    public void close() {
        decoder.close();
    }
}

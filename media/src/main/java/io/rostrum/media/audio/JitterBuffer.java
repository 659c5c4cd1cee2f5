package io.rostrum.media.audio;

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

    /** What comes later than this is not waited for. */
    private static final long LATEST_NANOS = 250_000_000;

    /** libopus conceals in steps of 2.5 ms. */
    private static final int PLC_STEP = 120;

    private static final int WARMING = 4;
    private static final int MAX_STARVED = 5;
    private static final int MAX_LOST_SAMPLES = 5760;

    private final JitterCounters counters = new JitterCounters();
    private final DelayEstimator estimator = new DelayEstimator();
    private final PacketQueue queue = new PacketQueue();
    private final PcmQueue ready = new PcmQueue();
    private final VoiceDecoder voice = new VoiceDecoder(ready);
    private final SourceWatch source = new SourceWatch();
    private final LossWatch losses = new LossWatch();
    private final Surplus surplus = new Surplus();

    private boolean playing;
    private boolean played;
    private int nextSequence;
    private int nextTimestamp;
    private int unit = Pcm.TICK;
    private int starved;
    private int debt;
    private boolean stretch;

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
        if (source.isAnother(packetSsrc, sequence, timestamp, nowNanos)) {
            restart(sequence);
        }
        boolean duplicate = queue.knows(sequence);
        if (duplicate) {
            counters.duplicate++;
            return;
        }
        source.remember(packetSsrc, sequence, timestamp, nowNanos);
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

    private void restart(int sequence) {
        counters.restarts += source.forget() ? 1 : 0;
        nextSequence = sequence;
        estimator.reset();
        queue.clear();
        ready.clear();
        playing = false;
        played = false;
        voice.forget();
        losses.forget();
    }

    /**
     * The sound of one tick; to be called every 20 ms.
     *
     * @param decode false while nobody wants to hear it: time goes on, nothing is decoded, and the
     *     frame is silence
     * @param stereo gets {@link Pcm#TICK_FLOATS} floats
     */
    public Outcome pull(long nowNanos, boolean decode, float[] stereo) {
        voice.decoding(decode);
        if (!playing && !start(nowNanos)) {
            Arrays.fill(stereo, 0, Pcm.TICK_FLOATS, 0);
            return Outcome.SILENCE;
        }
        Outcome outcome = Outcome.NORMAL;
        if (stretch) {
            stretch = false;
            voice.conceal(Pcm.TICK);
            surplus.grown(nowNanos);
            outcome = Outcome.CONCEALED;
        }
        if (ready.count() < Pcm.TICK) {
            surplus.observe(estimator.delayNanos(nextTimestamp, nowNanos));
        }
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
        surplus.forget();
        return true;
    }

    private long waited(PacketQueue.Slot slot, long nowNanos) {
        return estimator.delayNanos(slot.timestamp, nowNanos);
    }

    /** One packet more where packets get lost and the next one would bring a copy. */
    private long wanted(long nowNanos) {
        return estimator.targetNanos() + (losses.mendable(nowNanos) ? Pcm.nanos(unit) : 0);
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
        voice.conceal(Pcm.TICK);
        return Outcome.CONCEALED;
    }

    private Outcome play(PacketQueue.Slot head, long nowNanos) {
        if (debt > 0) {
            surplus.grown(nowNanos);
        }
        debt = 0;
        starved = 0;
        unit = head.samples;
        if (voice.isCold()) {
            warm(head.sequence);
        }
        if (!voice.decode(head)) {
            counters.undecodable++;
        }
        queue.played(head);
        nextSequence = head.sequence + 1 & 0xFFFF;
        nextTimestamp = head.timestamp + head.samples;
        return Outcome.NORMAL;
    }

    /** The decoder needs what was said just before, or the first syllable begins with a crack. */
    private void warm(int sequence) {
        for (int before = WARMING; before > 0; before--) {
            PacketQueue.Slot slot = queue.remembered(sequence - before);
            if (slot.length > 0) {
                voice.warm(slot);
            }
        }
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
        losses.onLoss(copy, nowNanos);
        boolean recoverable = copy && gap <= head.samples;
        boolean mendable = losses.mendable(nowNanos);
        if (gap <= debt && !(recoverable && mendable)) {
            debt = 0;
            nextSequence = head.sequence;
            nextTimestamp = head.timestamp;
            return play(head, nowNanos);
        }
        if (recoverable) {
            voice.recover(head, gap);
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
        voice.conceal(piece);
        nextTimestamp += piece;
        return Outcome.CONCEALED;
    }

    private void shrink(long nowNanos) {
        int whole = surplus.packets(wanted(nowNanos), Pcm.nanos(unit), nowNanos) * unit;
        int most = Math.min(ready.count() % Pcm.TICK + whole, Pcm.TICK);
        if (!surplus.dueAfterTick(most)) {
            return;
        }
        boolean more = true;
        while (more && ready.count() < Pcm.TICK + most) {
            more = playNext(nowNanos);
        }
        int removed = ready.compress(most, surplus.urgent());
        if (removed > 0) {
            counters.removedSamples += removed;
            surplus.removed();
        }
    }

    private boolean playNext(long nowNanos) {
        PacketQueue.Slot head = queue.first(nextSequence);
        if (!head.held || head.sequence != nextSequence || head.timestamp != nextTimestamp) {
            return false;
        }
        play(head, nowNanos);
        surplus.moved(Pcm.nanos(unit));
        return true;
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
        voice.close();
    }
}

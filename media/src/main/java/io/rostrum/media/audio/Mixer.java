package io.rostrum.media.audio;

import io.rostrum.media.codec.OpusEncoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Mixes a room, 20 ms at a time: who speaks hears all the others, who is silent hears all.
 *
 * <p>Only those who speak are decoded. One private mix is encoded for each of them, one shared mix
 * for all the rest (and for the program), so the cost follows the number of speakers.
 *
 * <p>Changing a listener from one encoder to another must not be heard. It happens only where both
 * mixes are the same sound: somebody gets his private mix in the very tick in which his voice
 * starts to fade in, and goes back to the shared one after it has faded out, half a second after
 * his last word. The encoder that he changes to has heard the past (see {@link MixStream#begin}),
 * and codes the first frame without prediction, so his decoder needs nothing that only the other
 * stream told.
 */
public final class Mixer implements AutoCloseable {
    /** Of a packet that came without a level. */
    public static final int NO_LEVEL = -1;

    /** So many voices are mixed at a time: nobody follows more. */
    public static final int VOICES = 12;

    private static final int IDLE_STREAMS = 8;

    /** One frame for one listener. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Called inside {@link Mixer#tick}.
         *
         * @param opus holds the frame from 0 on; reused after return
         * @param timestamp RTP timestamp, 48 kHz, 960 more than the last one
         */
        void onFrame(byte[] opus, int length, int timestamp);
    }

    /** Takes what everybody together says: for the program's AAC, and its Opus as it is. */
    @FunctionalInterface
    public interface Program {
        /**
         * Called inside {@link Mixer#tick}.
         *
         * @param stereo {@link Pcm#TICK_FLOATS} floats, reused after return
         * @param opus the same sound, coded; from 0 on, reused after return
         * @param timestamp the tick's RTP timestamp, the same as the listeners'
         */
        void onSound(float[] stereo, byte[] opus, int length, int timestamp);
    }

    private final OpusEncoder.Settings settings;
    private final Loudest loudest;

    /** Replaced, not changed: somebody may leave inside a tick. */
    private List<Participant> participants = List.of();

    private final List<Microphone> voices = new ArrayList<>();
    private final ArrayDeque<MixStream> idle = new ArrayDeque<>();
    private final float[] sum = new float[Pcm.TICK_FLOATS];
    private final Past past = new Past();
    private final MixStream shared;
    private boolean sharedRuns;
    private @Nullable Program program;
    private int programLoss;
    private int timestamp;

    /** 48 kHz stereo, 64 kbit/s, with FEC for whom something is lost; {@link #VOICES} voices. */
    public Mixer() {
        this(OpusEncoder.Settings.music(Pcm.CHANNELS, 64_000), VOICES);
    }

    /**
     * @param settings of every mix; two channels
     * @param voices that are mixed at a time, the loudest of those who speak
     */
    public Mixer(OpusEncoder.Settings settings, int voices) {
        if (settings.channels() != Pcm.CHANNELS) {
            throw new IllegalArgumentException("channels: " + settings.channels());
        }
        this.settings = settings;
        loudest = new Loudest(voices);
        shared = new MixStream(settings);
    }

    /**
     * Somebody comes in.
     *
     * @param listener null for one who only sends
     */
    public Participant join(@Nullable Listener listener) {
        Participant participant = new Participant(listener);
        List<Participant> more = new ArrayList<>(participants);
        more.add(participant);
        participants = more;
        return participant;
    }

    /** The program's sink while on air, else null. */
    public void program(@Nullable Program sink) {
        if (sink != null && program == null) {
            shared.welcome();
        }
        program = sink;
        programLoss = 0;
    }

    /** So much of the program's Opus is lost on the way to its viewers, in percent. */
    public void programLoss(int percent) {
        programLoss = Math.clamp(percent, 0, LossHint.MOST);
    }

    /** RTP timestamp of the tick that comes next. */
    public int timestamp() {
        return timestamp;
    }

    /** What is done for each in a tick. */
    private interface Step {
        void of(Participant participant);
    }

    /** Who fails is left out from then on; the others have their sound. */
    private static void apart(List<Participant> present, Step step) {
        for (Participant participant : present) {
            if (!participant.gone) {
                try {
                    step.of(participant);
                } catch (RuntimeException e) {
                    participant.fail(e);
                }
            }
        }
    }

    /** Makes everybody's next 20 ms and hands them out. */
    public void tick(long nowNanos) {
        Arrays.fill(sum, 0);
        List<Participant> present = participants;
        choose(present, nowNanos);
        apart(present, participant -> participant.speaks(nowNanos));
        boolean wanted = program != null;
        int loss = program == null ? 0 : programLoss;
        apart(present, participant -> participant.chooseStream(nowNanos));
        for (Participant participant : present) {
            if (participant.onShared && !participant.gone) {
                wanted = true;
                loss = Math.max(loss, participant.loss.percent(nowNanos));
            }
        }
        shared.expectLoss(loss);
        shared.mix(sum);
        encodeShared(wanted);
        apart(present, Participant::deliver);
        Program sink = program;
        if (sink != null) {
            sink.onSound(shared.pcm(), shared.packet(), shared.length(), timestamp);
        }
        past.add(shared.pcm());
        timestamp += Pcm.TICK;
    }

    private void choose(List<Participant> present, long nowNanos) {
        voices.clear();
        apart(
                present,
                participant -> {
                    participant.microphone.prepare(nowNanos);
                    voices.add(participant.microphone);
                });
        loudest.choose(voices);
    }

    private void encodeShared(boolean wanted) {
        if (wanted && !sharedRuns) {
            shared.begin(shared.limiter(), past);
        }
        sharedRuns = wanted;
        if (wanted) {
            shared.encode();
        }
    }

    private void giveBack(MixStream stream) {
        if (idle.size() < IDLE_STREAMS) {
            idle.addLast(stream);
        } else {
            stream.close();
        }
    }

    @Override
    public void close() {
        for (Participant participant : participants) {
            participant.leave();
        }
        idle.forEach(MixStream::close);
        idle.clear();
        shared.close();
    }

    /** One who is heard, or hears, or both. */
    public final class Participant {
        private final @Nullable Listener listener;
        private final Microphone microphone = new Microphone();
        private LossHint loss = LossHint.NONE;
        private @Nullable MixStream own;
        private boolean voiced;
        private boolean onShared;
        private boolean gone;
        private @Nullable RuntimeException failure;

        private Participant(@Nullable Listener listener) {
            this.listener = listener;
        }

        /**
         * A packet of his microphone; the bytes are copied.
         *
         * @param level RFC 6464, 0 to 127, or {@link #NO_LEVEL}
         */
        public void onPacket(
                int ssrc,
                int sequence,
                int packetTimestamp,
                byte[] payload,
                int from,
                int length,
                int level,
                long nowNanos) {
            if (gone) {
                return;
            }
            microphone.push(
                    ssrc, sequence, packetTimestamp, payload, from, length, level, nowNanos);
        }

        /**
         * He tells how much of his mix does not arrive.
         *
         * @param fraction 0 to 1, since he told it last (RFC 3550 section 6.4.1)
         */
        public void onLoss(double fraction, long nowNanos) {
            loss = loss.heard(fraction, nowNanos);
        }

        /** From the next tick on he is not heard, whatever he sends. */
        public void mute(boolean on) {
            microphone.mute(on);
        }

        /**
         * From the next tick on everybody hears him so much louder or softer; without a click.
         *
         * @param decibels 0: as he comes
         */
        public void amplify(int decibels) {
            microphone.amplify(decibels);
        }

        /** Whether he is in the mix now. */
        public boolean speaking() {
            return microphone.counted();
        }

        /** RFC 6464: 0 is the loudest, 127 is silence. */
        public int level() {
            return microphone.level();
        }

        /** Delay, counters, and which RTP timestamp was heard in the last tick (for lip sync). */
        public JitterBuffer jitter() {
            return microphone.buffer();
        }

        /** Why he was left out of the mix by a fault of ours; null: he was not. */
        public @Nullable RuntimeException failure() {
            return failure;
        }

        private void fail(RuntimeException why) {
            failure = why;
            if (own != null) {
                own.close(); // nobody knows what state it is in
                own = null;
            }
            leave();
        }

        /** He goes, also from inside a tick; a second call does nothing. */
        public void leave() {
            if (gone) {
                return;
            }
            gone = true;
            participants = participants.stream().filter(p -> p != this).toList();
            microphone.close();
            if (own != null) {
                giveBack(own);
                own = null;
            }
        }

        private void speaks(long nowNanos) {
            voiced = microphone.tick(nowNanos);
            if (voiced) {
                float[] pcm = microphone.pcm();
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += pcm[i];
                }
            }
        }

        /** Says whether he listens to the shared mix in this tick. */
        private void chooseStream(long nowNanos) {
            if (listener == null) {
                return;
            }
            if (voiced) {
                onShared = false;
                if (own == null) {
                    own = startOwn();
                }
                own.expectLoss(loss.percent(nowNanos));
                return;
            }
            if (own != null) {
                giveBack(own);
                own = null;
            }
            if (!onShared) {
                onShared = true;
                shared.welcome();
            }
        }

        private MixStream startOwn() {
            MixStream stream = idle.pollLast();
            if (stream == null) {
                stream = new MixStream(settings);
            }
            stream.begin(shared.limiter(), past);
            return stream;
        }

        private void deliver() {
            if (listener == null) {
                return;
            }
            MixStream stream = own;
            if (stream == null) {
                stream = shared;
            } else {
                stream.mix(sum, microphone.pcm());
                stream.encode();
            }
            listener.onFrame(stream.packet(), stream.length(), timestamp);
        }
    }
}

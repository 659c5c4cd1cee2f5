package io.rostrum.media.codec;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Objects;

/**
 * Opus encoder at 48 kHz (RFC 6716) by libopus; allocates nothing per frame.
 *
 * <p>Its memory belongs to a confined arena: use from another thread, or after {@link #close()},
 * throws and never crashes.
 */
public final class OpusEncoder implements AutoCloseable {
    /** What the encoder may assume about the sound. */
    public enum Signal {
        VOICE(3001, 2048),
        MUSIC(3002, 2049);

        private final int signal;
        private final int application;

        Signal(int signal, int application) {
            this.signal = signal;
            this.application = application;
        }
    }

    /**
     * How to encode.
     *
     * @param channels 1 or 2
     * @param bitRate bits per second, 6000 to 510000
     * @param complexity 0 to 10
     * @param expectedLossPercent 0 to 100; above 0 with {@code fec} each packet carries a small
     *     copy of the previous one (only in the SILK and hybrid modes, so for voice)
     * @param dtx send (nearly) nothing in silence
     */
    public record Settings(
            int channels,
            int bitRate,
            int complexity,
            Signal signal,
            boolean fec,
            int expectedLossPercent,
            boolean dtx) {
        public Settings {
            Objects.requireNonNull(signal);
            if (channels < 1 || channels > 2) {
                throw new IllegalArgumentException("channels: " + channels);
            }
            if (bitRate < 6000 || bitRate > 510_000) {
                throw new IllegalArgumentException("bitRate: " + bitRate);
            }
            if (complexity < 0 || complexity > 10) {
                throw new IllegalArgumentException("complexity: " + complexity);
            }
            if (expectedLossPercent < 0 || expectedLossPercent > 100) {
                throw new IllegalArgumentException("expectedLossPercent: " + expectedLossPercent);
            }
        }

        /** Conversation with FEC for 5 % of loss, 32 kbit/s per channel. */
        public static Settings voice(int channels) {
            return new Settings(channels, 32_000 * channels, 5, Signal.VOICE, true, 5, false);
        }

        /** Full-band sound without FEC. */
        public static Settings music(int channels, int bitRate) {
            return new Settings(channels, bitRate, 5, Signal.MUSIC, false, 0, false);
        }

        public Settings withBitRate(int newBitRate) {
            return new Settings(
                    channels, newBitRate, complexity, signal, fec, expectedLossPercent, dtx);
        }

        public Settings withDtx(boolean newDtx) {
            return new Settings(
                    channels, bitRate, complexity, signal, fec, expectedLossPercent, newDtx);
        }

        public Settings withExpectedLoss(int percent) {
            return new Settings(channels, bitRate, complexity, signal, percent > 0, percent, dtx);
        }
    }

    /**
     * The longest packet that {@link #encode} makes, in bytes: fits a datagram with all headers.
     */
    public static final int MAX_PACKET = 1200;

    /** 60 ms. */
    private static final int MAX_SAMPLES = 2880;

    private static final int SAMPLE_RATE = 48_000;

    // opus_defines.h
    private static final int SET_BITRATE = 4002;
    private static final int SET_VBR = 4006;
    private static final int SET_COMPLEXITY = 4010;
    private static final int SET_INBAND_FEC = 4012;
    private static final int SET_PACKET_LOSS = 4014;
    private static final int SET_DTX = 4016;
    private static final int SET_FORCE_CHANNELS = 4022;
    private static final int AUTO = -1000;
    private static final int SET_SIGNAL = 4024;
    private static final int RESET_STATE = 4028;
    private static final int SET_PREDICTION_DISABLED = 4046;
    private static final int UNIMPLEMENTED = -5;

    private final int channels;
    private final Signal signal;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment state;
    private final MemorySegment pcm;
    private final MemorySegment packet;

    /**
     * @throws CodecException where there is no libopus
     */
    public OpusEncoder(Settings settings) {
        OpusLibrary.require();
        channels = settings.channels;
        signal = settings.signal;
        try {
            state = arena.allocate((int) Calls.SIZE.invokeExact(channels), 16);
            pcm = arena.allocate(JAVA_FLOAT, (long) MAX_SAMPLES * channels);
            packet = arena.allocate(MAX_PACKET);
            check(
                    (int)
                            Calls.INIT.invokeExact(
                                    state, SAMPLE_RATE, channels, settings.signal.application),
                    "init");
        } catch (Throwable e) {
            arena.close();
            throw wrapped(e);
        }
        control(SET_SIGNAL, settings.signal.signal);
        control(SET_BITRATE, settings.bitRate);
        control(SET_VBR, 1);
        control(SET_COMPLEXITY, settings.complexity);
        control(SET_INBAND_FEC, settings.fec ? 1 : 0);
        control(SET_PACKET_LOSS, settings.expectedLossPercent);
        control(SET_DTX, settings.dtx ? 1 : 0);
    }

    public int channels() {
        return channels;
    }

    /**
     * Encodes one frame of 2.5, 5, 10, 20, 40 or 60 ms.
     *
     * @param samples samples per channel
     * @return the length of the packet in bytes; with DTX 2 or less means that nothing needs to be
     *     sent; negative for a frame length that Opus does not know
     */
    public int encode(float[] source, int from, int samples, byte[] target, int at) {
        Objects.checkFromIndexSize(from, samples * channels, source.length);
        if (samples > MAX_SAMPLES) {
            return OpusPacket.BAD_ARGUMENT;
        }
        MemorySegment.copy(source, from, pcm, JAVA_FLOAT, 0, samples * channels);
        int room = Math.min(MAX_PACKET, target.length - at);
        try {
            int length = (int) Calls.ENCODE.invokeExact(state, pcm, samples, packet, room);
            if (length > 0) {
                MemorySegment.copy(packet, JAVA_BYTE, 0, target, at, length);
            }
            return length;
        } catch (Throwable e) {
            throw wrapped(e);
        }
    }

    /** Changes the bit rate from the next frame on. */
    public void bitRate(int bitsPerSecond) {
        control(SET_BITRATE, bitsPerSecond);
    }

    /**
     * Tells how much is lost on the way, so that FEC takes its share; 0 turns FEC off.
     *
     * <p>Only the modes for voices carry FEC, so with loss every signal is taken for one.
     */
    public void expectLoss(int percent) {
        control(SET_SIGNAL, percent > 0 ? Signal.VOICE.signal : signal.signal);
        control(SET_INBAND_FEC, percent > 0 ? 1 : 0);
        control(SET_PACKET_LOSS, Math.clamp(percent, 0, 100));
    }

    /**
     * Codes both channels as one from the next frame on, for sound that is the same on both; a
     * decoder of two channels gives it on both. Does nothing where there is one channel only.
     */
    public void mono(boolean on) {
        control(SET_FORCE_CHANNELS, on ? 1 : AUTO);
    }

    /**
     * Makes the following frames (almost) independent of those before them, so that a decoder that
     * heard another encoder until now can go on with this one. Costs bits: for a frame or two. A
     * libopus that is too old to know how (the bundled one) goes on as it was.
     */
    public void independent(boolean on) {
        int result = request(SET_PREDICTION_DISABLED, on ? 1 : 0);
        if (result != UNIMPLEMENTED) {
            check(result, "control " + SET_PREDICTION_DISABLED);
        }
    }

    /** Forgets the past, as if newly made. */
    public void reset() {
        control(RESET_STATE, 0);
    }

    private void control(int request, int value) {
        check(request(request, value), "control " + request);
    }

    private int request(int request, int value) {
        try {
            return (int) Calls.CONTROL.invokeExact(state, request, value);
        } catch (Throwable e) {
            throw wrapped(e);
        }
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }

    private static void check(int result, String what) {
        if (result != 0) {
            throw new CodecException("Opus encoder: " + what + " gave " + result);
        }
    }

    private static RuntimeException wrapped(Throwable e) {
        return e instanceof RuntimeException known ? known : new CodecException("Opus encoder", e);
    }

    private static final class Calls {
        static final MethodHandle SIZE =
                OpusLibrary.bind("opus_encoder_get_size", JAVA_INT, JAVA_INT);
        static final MethodHandle INIT =
                OpusLibrary.bind(
                        "opus_encoder_init", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT);
        static final MethodHandle ENCODE =
                OpusLibrary.bind(
                        "opus_encode_float",
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS,
                        JAVA_INT);
        static final MethodHandle CONTROL = OpusLibrary.bindControl("opus_encoder_ctl");
    }
}

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
 * Opus decoder at 48 kHz (RFC 6716) by libopus; allocates nothing per frame.
 *
 * <p>Decodes into one or two channels whatever the packet has. Its memory belongs to a confined
 * arena: use from another thread, or after {@link #close()}, throws and never crashes.
 */
public final class OpusDecoder implements AutoCloseable {
    /** 120 ms, the longest packet there is: samples per channel. */
    public static final int MAX_SAMPLES = 5760;

    private static final int MAX_PACKET = 2048;
    private static final int SAMPLE_RATE = 48_000;
    private static final int RESET_STATE = 4028;

    private final int channels;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment state;
    private final MemorySegment pcm;
    private final MemorySegment packet;

    /**
     * @param channels of the PCM that comes out, 1 or 2
     * @throws CodecException where there is no libopus
     */
    public OpusDecoder(int channels) {
        if (channels < 1 || channels > 2) {
            throw new IllegalArgumentException("channels: " + channels);
        }
        OpusLibrary.require();
        this.channels = channels;
        try {
            state = arena.allocate((int) Calls.SIZE.invokeExact(channels), 16);
            pcm = arena.allocate(JAVA_FLOAT, (long) MAX_SAMPLES * channels);
            packet = arena.allocate(MAX_PACKET);
            int result = (int) Calls.INIT.invokeExact(state, SAMPLE_RATE, channels);
            if (result != 0) {
                throw new CodecException("Opus decoder: init gave " + result);
            }
        } catch (Throwable e) {
            arena.close();
            throw wrapped(e);
        }
    }

    public int channels() {
        return channels;
    }

    /**
     * Decodes one packet.
     *
     * @param target gets interleaved floats from {@code at} on
     * @return samples per channel; negative for a malformed packet or one that does not fit
     */
    public int decode(byte[] source, int from, int length, float[] target, int at) {
        return decode(source, from, length, roomFor(target, at), false, target, at);
    }

    /**
     * Decodes what the packet says about the one before it, which was lost. Where the packet
     * carries no such copy, libopus conceals instead.
     *
     * @param samples how long the lost packet was, per channel
     * @return samples per channel; negative for a malformed packet
     */
    public int decodeLost(
            byte[] source, int from, int length, int samples, float[] target, int at) {
        Objects.checkFromIndexSize(at, samples * channels, target.length);
        return decode(source, from, length, samples, true, target, at);
    }

    /**
     * Invents a continuation where nothing arrived; fades to silence when asked again and again.
     *
     * @param samples per channel, a multiple of 120 (2.5 ms)
     * @return samples per channel, or negative
     */
    public int conceal(int samples, float[] target, int at) {
        Objects.checkFromIndexSize(at, samples * channels, target.length);
        return finish(MemorySegment.NULL, 0, samples, 0, target, at);
    }

    /** Forgets the past: for another sender, or after a long gap. */
    public void reset() {
        try {
            int ignored = (int) Calls.CONTROL.invokeExact(state, RESET_STATE, 0);
            assert ignored == 0 : "reset gave " + ignored;
        } catch (Throwable e) {
            throw wrapped(e);
        }
    }

    private int decode(
            byte[] source,
            int from,
            int length,
            int samples,
            boolean lost,
            float[] target,
            int at) {
        Objects.checkFromIndexSize(from, length, source.length);
        if (length == 0 || length > MAX_PACKET) {
            return OpusPacket.BAD_ARGUMENT;
        }
        MemorySegment.copy(source, from, packet, JAVA_BYTE, 0, length);
        return finish(packet, length, samples, lost ? 1 : 0, target, at);
    }

    private int finish(
            MemorySegment data, int length, int samples, int fec, float[] target, int at) {
        if (samples > MAX_SAMPLES) {
            return OpusPacket.BAD_ARGUMENT;
        }
        try {
            int result = (int) Calls.DECODE.invokeExact(state, data, length, pcm, samples, fec);
            if (result > 0) {
                MemorySegment.copy(pcm, JAVA_FLOAT, 0, target, at, result * channels);
            }
            return result;
        } catch (Throwable e) {
            throw wrapped(e);
        }
    }

    private int roomFor(float[] target, int at) {
        return Math.min(MAX_SAMPLES, (target.length - at) / channels);
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }

    private static RuntimeException wrapped(Throwable e) {
        return e instanceof RuntimeException known ? known : new CodecException("Opus decoder", e);
    }

    private static final class Calls {
        static final MethodHandle SIZE =
                OpusLibrary.bind("opus_decoder_get_size", JAVA_INT, JAVA_INT);
        static final MethodHandle INIT =
                OpusLibrary.bind("opus_decoder_init", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
        static final MethodHandle DECODE =
                OpusLibrary.bind(
                        "opus_decode_float",
                        JAVA_INT,
                        ADDRESS,
                        ADDRESS,
                        JAVA_INT,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_INT);
        static final MethodHandle CONTROL = OpusLibrary.bindControl("opus_decoder_ctl");
    }
}

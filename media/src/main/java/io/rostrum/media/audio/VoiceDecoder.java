package io.rostrum.media.audio;

import io.rostrum.media.codec.OpusDecoder;
import io.rostrum.media.codec.OpusPacket;

/** Decodes one speaker into his queue, or keeps his time with silence while nobody listens. */
final class VoiceDecoder implements AutoCloseable {
    private final PcmQueue ready;
    private final float[] scratch = new float[2 * OpusDecoder.MAX_SAMPLES];
    private OpusDecoder decoder = new OpusDecoder(1);
    private boolean decoding = true;
    private boolean stale;

    VoiceDecoder(PcmQueue ready) {
        this.ready = ready;
    }

    void decoding(boolean on) {
        decoding = on;
        stale |= !on;
    }

    /** What comes next has nothing to do with what came before. */
    void forget() {
        stale = true;
    }

    /** Whether somebody listens again to a decoder that has missed packets. */
    boolean isCold() {
        return decoding && stale;
    }

    /** Hears a packet without playing it, so that the next one finds the state it was coded for. */
    void warm(PacketQueue.Slot packet) {
        prepare(OpusPacket.channels(packet.payload, 0, packet.length));
        decoder.decode(packet.payload, 0, packet.length, scratch, 0);
    }

    /** Whether the packet could be decoded; its time is kept in any case. */
    boolean decode(PacketQueue.Slot packet) {
        if (!decoding) {
            append(0, packet.samples);
            return true;
        }
        prepare(OpusPacket.channels(packet.payload, 0, packet.length));
        int samples = decoder.decode(packet.payload, 0, packet.length, scratch, 0);
        append(samples, packet.samples);
        return samples == packet.samples;
    }

    /** The packet before {@code next}, which carries a copy of it. */
    void recover(PacketQueue.Slot next, int samples) {
        int made =
                usable()
                        ? decoder.decodeLost(next.payload, 0, next.length, samples, scratch, 0)
                        : 0;
        append(made, samples);
    }

    void conceal(int samples) {
        append(usable() ? decoder.conceal(samples, scratch, 0) : 0, samples);
    }

    private boolean usable() {
        return decoding && !stale;
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

    @Override
    public void close() {
        decoder.close();
    }
}

package io.rostrum.center.program;

import io.rostrum.media.codec.AacEncoder;
import io.rostrum.media.codec.OpusEncoder;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.cmaf.Track;
import io.rostrum.protocol.feed.FeedTracks;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * AAC and Opus of the same sound, each moved back by what its encoder puts before it.
 *
 * <p>What would begin before 0 is left out. Confined to the thread that made it.
 */
final class SoundEncoders implements SoundTrack.Encoder {
    private final AacEncoder aac;
    private final OpusEncoder opus;
    private final byte[] packet = new byte[OpusEncoder.MAX_PACKET];
    private long opusTime = -Track.Opus.LOOKAHEAD;

    /**
     * @param aacBitRate bits per second, both channels
     * @param opusBitRate bits per second, both channels
     */
    SoundEncoders(int aacBitRate, int opusBitRate) {
        aac = new AacEncoder(aacBitRate);
        opus = new OpusEncoder(OpusEncoder.Settings.music(2, opusBitRate));
    }

    @Override
    public void encode(float[] pcm, Consumer<Sample> out) {
        aac.encode(
                pcm,
                0,
                SoundTrack.TICK,
                (frame, pts) -> emit(FeedTracks.AAC, pts, AacEncoder.FRAME, frame, out));
        int length = opus.encode(pcm, 0, SoundTrack.TICK, packet, 0);
        if (length > 0) {
            byte[] data = Arrays.copyOf(packet, length);
            emit(FeedTracks.OPUS, opusTime, SoundTrack.TICK, data, out);
        }
        opusTime += SoundTrack.TICK;
    }

    private static void emit(int track, long time, int length, byte[] data, Consumer<Sample> out) {
        if (time >= 0) {
            out.accept(new Sample(track, time, length, true, data));
        }
    }

    @Override
    public void close() {
        aac.close();
        opus.close();
    }
}

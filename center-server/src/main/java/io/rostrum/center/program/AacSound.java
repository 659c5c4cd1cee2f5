package io.rostrum.center.program;

import io.rostrum.media.codec.AacEncoder;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import java.util.function.Consumer;

/** AAC by the media's encoder; the frame that lies before 0, all priming, is left out. */
final class AacSound implements SoundTrack.Aac, AutoCloseable {
    private static final int CHANNELS = 2;

    private final AacEncoder encoder;
    private final long begin;

    /**
     * @param from where the first sample belongs, in 1/48000 s
     */
    AacSound(int bitRate, long from) {
        begin = from;
        encoder = new AacEncoder(bitRate);
    }

    @Override
    public void encode(float[] stereo, int from, int count, Consumer<Sample> out) {
        encoder.encode(
                stereo,
                from * CHANNELS,
                count,
                (frame, pts) -> {
                    if (pts >= 0) {
                        out.accept(
                                new Sample(
                                        FeedTracks.AAC,
                                        begin + pts,
                                        AacEncoder.FRAME,
                                        true,
                                        frame));
                    }
                });
    }

    @Override
    public void close() {
        encoder.close();
    }
}

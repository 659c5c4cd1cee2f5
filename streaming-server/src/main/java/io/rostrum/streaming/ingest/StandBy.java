package io.rostrum.streaming.ingest;

import io.rostrum.media.codec.AacEncoder;
import io.rostrum.streaming.packager.StandIn;
import java.util.ArrayList;
import java.util.List;

/** Makes what viewers see and hear while a feed stays away. */
final class StandBy {
    private static final int BIT_RATE = 128_000;

    /** By then the encoder has forgotten that it was just begun. */
    private static final int SETTLED = 8;

    private StandBy() {}

    static StandIn.Still still() {
        List<byte[]> frames = new ArrayList<>();
        try (AacEncoder encoder = new AacEncoder(BIT_RATE)) {
            float[] nothing = new float[SETTLED * AacEncoder.FRAME * AacEncoder.CHANNELS];
            encoder.encode(
                    nothing, 0, SETTLED * AacEncoder.FRAME, (frame, pts) -> frames.add(frame));
        }
        return new StandIn.Still(io.rostrum.media.video.StandBy.keyFrame(), frames.getLast());
    }
}

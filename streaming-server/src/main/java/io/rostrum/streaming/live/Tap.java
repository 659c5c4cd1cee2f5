package io.rostrum.streaming.live;

import io.rostrum.protocol.cmaf.Sample;
import java.util.List;

/** Who takes a program's samples as they arrive. Called on the program's event loop. */
public interface Tap {
    /** The pictures since the latest key frame, that one first: decoding may start here. */
    void onGroup(List<Sample> pictures);

    /** What came next, of any track. */
    void onSample(Sample sample);

    void onEnded();
}

package io.rostrum.protocol.feed;

import io.rostrum.protocol.cmaf.AvcConfig;
import io.rostrum.protocol.cmaf.InitSegment;
import io.rostrum.protocol.cmaf.Track;

/** The three tracks of a feed. */
public final class FeedTracks {
    public static final int VIDEO = 1;
    public static final int AAC = 2;
    public static final int OPUS = 3;

    private FeedTracks() {}

    /** The init of a feed whose first source has these parameter sets. */
    public static InitSegment init(AvcConfig first) {
        return InitSegment.of(
                new Track.Video(VIDEO, first), Track.Aac.stereo(AAC), Track.Opus.stereo(OPUS));
    }
}

package io.rostrum.streaming.playback;

import io.rostrum.protocol.cmaf.CmafException;
import io.rostrum.protocol.cmaf.InitSegment;
import io.rostrum.protocol.feed.FeedTracks;
import java.util.Set;

/** The header that viewers get: that of the feed without Opus. */
final class Inits {
    private Inits() {}

    static byte[] forViewers(byte[] feed) {
        try {
            return InitSegment.read(feed).only(Set.of(FeedTracks.VIDEO, FeedTracks.AAC)).bytes();
        } catch (CmafException e) {
            throw new IllegalStateException("was checked when it came", e);
        }
    }
}

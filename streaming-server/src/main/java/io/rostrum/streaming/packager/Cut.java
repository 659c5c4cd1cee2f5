package io.rostrum.streaming.packager;

import io.rostrum.protocol.cmaf.Sample;
import java.util.List;

/** What the cutter decided: a part is full, or a segment ends. */
sealed interface Cut {
    /**
     * Frames of the next part; the sound is still to be added.
     *
     * @param shown until when the last frame is shown: to the part's end, or beyond it where the
     *     next one has none
     * @param frames none where sound goes on alone
     */
    record PartFull(long number, int index, long start, long end, long shown, List<Sample> frames)
            implements Cut {
        boolean independent() {
            return index == 0 && !frames.isEmpty() && frames.getFirst().key();
        }
    }

    /** The segment of that number has all its parts. */
    record SegmentFull(long number) implements Cut {}

    /**
     * A feed segment began; what follows belongs to it.
     *
     * @param aligned whether an HLS segment begins with it
     * @param number of that HLS segment
     * @param start of its first frame
     * @param frame usual length of a frame
     * @param group usual length of a group of pictures, 0 where unknown
     */
    record FeedSegment(boolean aligned, long number, long start, long frame, long group)
            implements Cut {}
}

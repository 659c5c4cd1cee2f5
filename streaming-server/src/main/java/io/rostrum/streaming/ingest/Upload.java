package io.rostrum.streaming.ingest;

import io.rostrum.protocol.cmaf.CmafException;
import io.rostrum.protocol.cmaf.FragmentReader;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedProblem;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;

/**
 * One feed segment on its way in. Confined to the program's event loop.
 *
 * <p>Fails once, with a refusal; then it takes nothing more.
 */
final class Upload {
    private final FragmentReader reader = new FragmentReader();
    private final Promise<Long> answer;
    private final long limit;
    private long bytes;
    private long heardNanos;
    private long start = -1;
    private long end;
    private boolean over;

    Upload(Promise<Long> answer, long limit, long nowNanos) {
        this.answer = answer;
        this.limit = limit;
        this.heardNanos = nowNanos;
    }

    /** A sample and whether it is the first video frame of the segment. */
    record Received(Sample sample, boolean first) {}

    /**
     * Takes the next bytes and gives the samples that they complete.
     *
     * @throws Refusal where this is no feed segment, or too much of one
     */
    List<Received> take(byte[] chunk, FeedTimes times, long nowNanos) {
        heardNanos = nowNanos;
        bytes += chunk.length;
        if (bytes > limit) {
            throw refuse(
                    FeedProblem.SEGMENT_TOO_LARGE, "A segment has at most " + limit + " bytes.");
        }
        List<Received> received = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        try {
            reader.read(chunk, samples::add);
        } catch (CmafException e) {
            throw refuse(FeedProblem.BAD_SEGMENT, "Not a feed segment: " + e.getMessage() + ".");
        }
        for (Sample sample : samples) {
            String fault = times.fault(sample, nowNanos);
            if (fault != null) {
                throw refuse(FeedProblem.BAD_SEGMENT, "Not a feed segment: " + fault + ".");
            }
            if (times.advances(sample)) {
                received.add(new Received(sample, begins(sample)));
            }
        }
        return received;
    }

    private boolean begins(Sample sample) {
        if (sample.track() != FeedTracks.VIDEO) {
            return false;
        }
        boolean first = start < 0;
        if (first) {
            if (!sample.key()) {
                throw refuse(
                        FeedProblem.BAD_SEGMENT, "A segment begins with a key frame of track 1.");
            }
            start = sample.decodeTime();
        }
        end = sample.end();
        return first;
    }

    /** Checks that the segment is whole, once its last byte came. */
    void complete() {
        if (!reader.atBoundary()) {
            throw refuse(FeedProblem.BAD_SEGMENT, "The segment ends inside of a fragment.");
        }
        if (start < 0) {
            throw refuse(FeedProblem.BAD_SEGMENT, "The segment has no new frame of track 1.");
        }
    }

    static Refusal refuse(FeedProblem problem, String detail) {
        return new Refusal(Problem.of(problem, detail));
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    /** Whether no byte came for so long. */
    boolean silent(long nowNanos, long patienceNanos) {
        return nowNanos - heardNanos > patienceNanos;
    }

    boolean over() {
        return over;
    }

    /** No more bytes will be taken; the answer follows. */
    void close() {
        over = true;
    }

    void acknowledge(long next) {
        over = true;
        answer.tryComplete(next);
    }

    void fail(Throwable why) {
        over = true;
        answer.tryFail(why);
    }
}

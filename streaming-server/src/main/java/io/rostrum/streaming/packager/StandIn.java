package io.rostrum.streaming.packager;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.timeline.Mark;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the live edge going while the feed does not: a still picture five times a second, and
 * silence. Confined to one thread.
 *
 * <p>The picture is the feed's last key frame at first, for most breaks are short, and then the one
 * that asks viewers to stand by. Every sample of the feed passes here on its way to all who show
 * what is live, in the time line that they share. What the feed delivers late, for a span that was
 * covered already, is left out of the live playlist; it is stored all the same. The first frame
 * after a span that was covered is a key frame that nobody has seen.
 */
public final class StandIn {
    /** What is shown and heard meanwhile. */
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared
    public record Still(byte[] picture, byte[] silence) {}

    private static final long MS = 90;

    /** Players stand still when no picture comes for longer (docs/decisions/005). */
    private static final long STEP = 200 * MS;

    /** So far the still picture stays behind, so that the feed's next key frame is later. */
    private static final long LAG = 250 * MS;

    /** A frame that much behind the clock is of the past. */
    private static final long CURRENT = 500 * MS;

    /** The picture before the first still one is shown as long as any other. */
    private static final long FRAME = 33 * MS;

    /** Still pictures from which a viewer may begin: as often as the feed's key frames. */
    private static final int GROUP = 10;

    /** So long the last key frame is shown; then the stand-by picture. */
    private static final long HOLD = 3000 * MS;

    /** Late by the same for so long, a feed will not catch up. */
    private static final long HOPELESS_NANOS = 6_000_000_000L;

    private static final int SOUND = 1024;

    private final Packager out;
    private final Consumer<Sample> alongside;
    private final Still still;
    private final long patienceNanos;
    private long edgeTime;
    private long edgeNanos;

    /**
     * Sound of the feed that is later than the silence so far: it may belong to the next key frame.
     */
    private final Deque<Sample> ahead = new ArrayDeque<>();

    private boolean covering;
    private int covered;
    private long coveredFrom;
    private byte @Nullable [] lastKey;

    /** The feed's picture is back, and its sound still to come. */
    private boolean back;

    private long bestLag;
    private long bestNanos;
    private boolean late;

    /** Decode time of the frame with which the packager's mark was made. */
    private long marked = -1;

    /**
     * @param alongside takes what the packager takes, and sound in all codings
     * @param patienceNanos without a sample before the still picture comes
     */
    public StandIn(Packager out, Consumer<Sample> alongside, Still still, long patienceNanos) {
        this.out = out;
        this.alongside = alongside;
        this.still = still;
        this.patienceNanos = patienceNanos;
    }

    /** Takes up a program of before: its clock went on while we were away. */
    public void resume(long time, long nowNanos) {
        edgeTime = Math.max(time, out.videoTime());
        edgeNanos = nowNanos;
    }

    /** The mark of the feed segment that begins at that time; none where viewers did not see it. */
    public Mark mark(long start) {
        return marked == start ? out.mark() : Mark.NONE;
    }

    /** Whether viewers see the still picture. */
    public boolean covering() {
        return covering;
    }

    /**
     * Takes the next sample of the feed.
     *
     * @param first whether it is the first video frame of a feed segment
     */
    public void sample(Sample sample, boolean first, long nowNanos) {
        boolean video = sample.track() == FeedTracks.VIDEO;
        if (!covering) {
            if (video) {
                edgeTime = sample.decodeTime();
            }
            edgeNanos = video || edgeNanos == 0 ? nowNanos : edgeNanos;
            show(sample, first);
            return;
        }
        if (video) {
            hear(sample.decodeTime(), nowNanos);
            if (sample.key() && sample.decodeTime() > out.videoTime()) {
                goOn(sample, nowNanos);
            }
        } else if (sample.track() == FeedTracks.AAC) {
            ahead.add(sample);
            forgetSilenced();
        }
    }

    private void forgetSilenced() {
        while (!ahead.isEmpty() && ahead.peek().decodeTime() <= out.soundTime()) {
            ahead.remove();
        }
    }

    private void hear(long time, long nowNanos) {
        long lag = edge(nowNanos) - time;
        if (lag <= CURRENT) {
            edgeTime = time;
            edgeNanos = nowNanos;
            late = false;
            bestNanos = 0;
        } else if (bestNanos == 0 || lag < bestLag - 100 * MS) {
            bestLag = lag;
            bestNanos = nowNanos;
        } else {
            late |= nowNanos - bestNanos > HOPELESS_NANOS;
        }
    }

    private void goOn(Sample key, long nowNanos) {
        for (long gap = key.decodeTime() - out.videoTime();
                gap > STEP;
                gap = key.decodeTime() - out.videoTime()) {
            cover(out.videoTime() + Math.min(STEP, gap / 2)); // halves leave no tiny part
        }
        silence(key.decodeTime());
        covering = false;
        back = out.soundTime() >= 0;
        late = false;
        bestNanos = 0;
        show(key, true);
        forgetSilenced();
        ahead.forEach(sound -> show(sound, false));
        ahead.clear();
        edgeTime = key.decodeTime();
        edgeNanos = nowNanos;
    }

    /**
     * Covers what has to be seen by now.
     *
     * @return whether anything was added
     */
    public boolean tick(long nowNanos) {
        if (out.videoTime() < 0 || !covering && nowNanos - edgeNanos < patienceNanos) {
            return false;
        }
        boolean more = !covering;
        if (!covering) {
            covering = true;
            covered = 0;
            coveredFrom = out.videoTime();
            ahead.clear();
            cover(out.videoTime() + FRAME);
        }
        long until = edge(nowNanos) - LAG;
        while (!late && out.videoTime() + STEP <= until) {
            cover(out.videoTime() + STEP);
            more = true;
        }
        return more;
    }

    /** What the feed sent. */
    private void show(Sample sample, boolean first) {
        if (sample.track() == FeedTracks.VIDEO && sample.key()) {
            lastKey = sample.data();
        } else if (back
                && sample.track() == FeedTracks.AAC
                && sample.decodeTime() > out.soundTime()) {
            back = false;
            quiet(out.soundTime() + SOUND, sample.decodeTime());
        }
        send(sample, first);
    }

    private void send(Sample sample, boolean first) {
        if (first) {
            marked = sample.decodeTime();
        }
        out.sample(sample, first);
        alongside.accept(sample);
    }

    private long edge(long nowNanos) {
        return edgeTime + (nowNanos - edgeNanos) * 9 / 100_000;
    }

    private void cover(long time) {
        byte[] key = lastKey;
        byte[] picture = key != null && time - coveredFrom < HOLD ? key : still.picture;
        send(new Sample(FeedTracks.VIDEO, time, STEP, true, picture), covered % GROUP == 0);
        covered++;
        silence(time);
    }

    /** Silence in whole frames that end by that moment of the picture, 48 kHz against 90 kHz. */
    private void silence(long time) {
        long next = out.soundTime() < 0 ? time * 8 / 15 / SOUND * SOUND : out.soundTime() + SOUND;
        quiet(next, time * 8 / 15);
    }

    /** Silence in whole frames, in 1/48000 s. */
    private void quiet(long from, long until) {
        for (long next = from; next + SOUND <= until; next += SOUND) {
            send(new Sample(FeedTracks.AAC, next, SOUND, true, still.silence), false);
        }
    }
}

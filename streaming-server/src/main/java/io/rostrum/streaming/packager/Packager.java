package io.rostrum.streaming.packager;

import io.rostrum.protocol.cmaf.FragmentWriter;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.timeline.Mark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Turns the samples of a feed into parts and segments of LL-HLS. Confined to one thread.
 *
 * <p>The same samples in the same order give the same bytes: a feed that sends a segment again, or
 * a server that reads it again from disk, publishes nothing that differs.
 */
public final class Packager {
    /** What is given the results, in their order. */
    public interface Listener {
        void onPart(Part part);

        void onSegment(long number);
    }

    /** Parts of a segment whose numbers fit into the sequence of a fragment. */
    private static final int PARTS = 64;

    /**
     * How far the picture may run ahead before a part is closed with less sound: 600 ms. Where the
     * sound of parts begins long before their picture, hls.js places the parts that much too early,
     * and then leaves out the one before the next segment.
     */
    private static final long PATIENCE = 54_000;

    private static final int FRAME = 1024;

    private final Listener listener;
    private final Cutter cutter = new Cutter(this::onCut);
    private final Deque<Cut> cuts = new ArrayDeque<>();
    private final Deque<Sample> sound = new ArrayDeque<>();
    private long videoTime = -1;
    private long soundTime = -1;
    private long soundFrom;
    private boolean ended;
    private Mark mark = Mark.NONE;

    public Packager(Listener listener) {
        this.listener = listener;
    }

    /**
     * Goes on where a mark stands. What follows are the samples of earlier feed segments (only
     * their sound is used), then the feed segment of the mark.
     */
    public void resume(Mark from) {
        cutter.resume(from);
        soundFrom = from.sound();
    }

    /** Takes sound that came before the mark that is resumed from. */
    public void soundBefore(Sample sample) {
        if (sample.track() == FeedTracks.AAC && sample.decodeTime() > soundTime) {
            sound(sample);
        }
    }

    /**
     * Takes the next sample; those that are not later than one of their track before are ignored.
     *
     * @param first whether it is the first video frame of a feed segment
     */
    public void sample(Sample sample, boolean first) {
        long time = sample.decodeTime();
        if (sample.track() == FeedTracks.VIDEO && time > videoTime) {
            videoTime = time;
            cutter.frame(sample, first);
        } else if (sample.track() == FeedTracks.AAC && time > soundTime) {
            sound(sample);
        }
        settle();
    }

    private void sound(Sample sample) {
        soundTime = sample.decodeTime();
        if (sample.decodeTime() >= soundFrom) {
            sound.add(sample);
        }
    }

    /** The program is over: publishes what was held back. */
    public void end() {
        ended = true;
        cutter.end();
        settle();
    }

    /** Decode time of the latest frame in 1/90000 s; -1 before the first. */
    long videoTime() {
        return videoTime;
    }

    /** Decode time of the latest sound in 1/48000 s; -1 before the first. */
    long soundTime() {
        return soundTime;
    }

    /** Where the numbering stood at the start of the latest feed segment. */
    public Mark mark() {
        return mark;
    }

    private void onCut(Cut cut) {
        if (cut instanceof Cut.FeedSegment) {
            mark = Mark.NONE;
        }
        cuts.add(cut);
    }

    private void settle() {
        while (!cuts.isEmpty()) {
            switch (cuts.peek()) {
                case Cut.PartFull part -> {
                    if (!covered(part.end())) {
                        return;
                    }
                    listener.onPart(part(part));
                }
                case Cut.SegmentFull segment -> listener.onSegment(segment.number());
                case Cut.FeedSegment begun -> mark = mark(begun);
            }
            cuts.remove();
        }
    }

    private Mark mark(Cut.FeedSegment begun) {
        return new Mark(
                begun.aligned(),
                begun.number(),
                begun.start(),
                soundFrom,
                begun.frame(),
                begun.group());
    }

    /** Whether every whole audio frame that ends before {@code end} has come, or is late. */
    private boolean covered(long end) {
        return ended
                || soundTime >= 0 && endsAfter(soundTime + FRAME, end)
                || videoTime >= end + PATIENCE;
    }

    /** Whether an audio frame from {@code time} ends after {@code end}: 48 kHz against 90 kHz. */
    private static boolean endsAfter(long time, long end) {
        return (time + FRAME) * 15 > end * 8;
    }

    private Part part(Cut.PartFull plan) {
        List<Sample> samples = new ArrayList<>(plan.frames());
        if (!samples.isEmpty()) {
            Sample last = samples.removeLast();
            samples.add(
                    new Sample(
                            last.track(),
                            last.decodeTime(),
                            plan.shown() - last.decodeTime(),
                            last.key(),
                            last.data()));
        }
        while (!sound.isEmpty() && !endsAfter(sound.peek().decodeTime(), plan.end())) {
            Sample next = sound.remove();
            soundFrom = next.decodeTime() + 1;
            samples.add(next);
        }
        int sequence = (int) (plan.number() * PARTS + plan.index() + 1);
        return new Part(
                plan.number(),
                plan.index(),
                plan.start(),
                plan.end() - plan.start(),
                plan.independent(),
                samples.isEmpty()
                        ? FragmentWriter.empty(sequence)
                        : FragmentWriter.write(sequence, samples));
    }
}

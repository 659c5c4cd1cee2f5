package io.rostrum.streaming.whep;

import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.streaming.live.Tap;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * From the program's loop to that of some viewers, bounded: a slow one loses only its own.
 *
 * <p>After a loss the next thing that passes is a key frame.
 */
final class Inbox implements Tap {
    private static final int MOST_WAITING = 250;

    private final Executor reader;
    private final Tap target;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Runnable onDropped;
    private boolean lost;

    /**
     * @param reader runs tasks on the viewers' loop
     * @param target called there
     * @param onDropped called on the program's loop, once for each sample
     */
    Inbox(Executor reader, Tap target, Runnable onDropped) {
        this.reader = reader;
        this.target = target;
        this.onDropped = onDropped;
    }

    @Override
    public void onGroup(List<Sample> pictures) {
        lost = false;
        pass(() -> target.onGroup(pictures));
    }

    @Override
    public void onSample(Sample sample) {
        boolean picture = sample.track() == FeedTracks.VIDEO;
        boolean full = waiting.get() >= MOST_WAITING;
        if (full || picture && lost && !sample.key()) {
            lost |= picture;
            onDropped.run();
            return;
        }
        lost &= !picture;
        pass(() -> target.onSample(sample));
    }

    private void pass(Runnable task) {
        waiting.incrementAndGet();
        reader.execute(() -> {
            waiting.decrementAndGet();
            task.run();
        });
    }

    @Override
    public void onEnded() {
        reader.execute(target::onEnded);
    }
}

package io.rostrum.center.program;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The crossing to the thread that converts one VP8 source; lives as long as that source is needed.
 *
 * <p>{@link #offer} and {@link #requestKeyFrame} may be called from any thread. Where a codec
 * fails, the next one begins with a key frame after a pause.
 */
final class Conversion implements AutoCloseable {
    /** One second of pictures; beyond that the conversion waits for a key frame. */
    static final int CAPACITY = 30;

    /** With more pictures behind it a picture is late. */
    private static final int LATE = 4;

    /** A codec that fails again and again is not begun more often. */
    private static final int LONGEST_PAUSE = 16;

    private static final System.Logger LOG = System.getLogger(Conversion.class.getName());

    /** What comes of it; called on the conversion's thread. */
    interface Out {
        /** The next picture, as H.264. */
        void onConverted(SourcePicture picture);

        /** Nothing will come for a while. */
        void onFailed(String source);
    }

    /** The codecs of one run; the seam at which the tests stand. */
    interface Codecs extends AutoCloseable {
        /**
         * Converts one picture.
         *
         * @param late whether only to decode
         * @param key whether to begin anew
         * @return null where nothing came of it
         */
        @Nullable SourcePicture convert(SourcePicture picture, boolean late, boolean key);

        @Override
        void close();
    }

    private final String source;
    private final Out out;
    private final Runnable sourceKeyFrame;
    private final Supplier<Codecs> codecs;
    private final Duration pause;

    /** Bounded by {@link #offer}, which one thread calls. */
    private final BlockingQueue<SourcePicture> queue = new LinkedBlockingQueue<>();

    private final AtomicBoolean keyWanted = new AtomicBoolean(true);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;

    /** Whether it rests after a failure. */
    private volatile boolean resting;

    private final AtomicInteger failures = new AtomicInteger();

    /** Up to there the thread that offers knows of failures. */
    private int knownFailures;

    private boolean needsKey = true;

    /** So many pictures may wait; more while a group is caught up with. */
    private int most = CAPACITY;

    /**
     * @param sourceKeyFrame asks the source itself, on whatever thread calls {@link #offer}
     * @param pause after a failure; doubled as long as there is no success
     */
    Conversion(
            String source,
            Out out,
            Runnable sourceKeyFrame,
            Supplier<Codecs> codecs,
            Duration pause) {
        this.source = source;
        this.out = out;
        this.sourceKeyFrame = sourceKeyFrame;
        this.codecs = codecs;
        this.pause = pause;
        thread = Thread.ofPlatform().daemon().name("convert-" + source).start(this::run);
    }

    String source() {
        return source;
    }

    /** The next VP8 picture; called by one thread. */
    void offer(SourcePicture picture) {
        most = Math.max(CAPACITY, Math.min(most, queue.size() + CAPACITY));
        add(picture);
    }

    private void add(SourcePicture picture) {
        if (needsKey() && !picture.key() || resting) {
            dropped.incrementAndGet();
        } else if (queue.size() < most && queue.offer(picture)) {
            needsKey = false;
        } else {
            dropped.incrementAndGet();
            if (!needsKey) { // else it was asked, and is asked again by who wants the picture
                needsKey = true;
                sourceKeyFrame.run();
            }
        }
    }

    /**
     * The source's pictures since its latest key frame, that one first: what is late is only
     * decoded, and the first that is in time again is shown.
     */
    void offerGroup(List<SourcePicture> pictures) {
        most = queue.size() + pictures.size() + CAPACITY;
        requestKeyFrame();
        pictures.forEach(this::add);
    }

    /** The next converted picture will be a key frame; the source need not know. */
    void requestKeyFrame() {
        keyWanted.set(true);
    }

    /** Whether it waits for a key frame of the source; asked by the thread that offers. */
    boolean needsKey() {
        int now = failures.get();
        if (knownFailures != now) {
            knownFailures = now;
            needsKey = true;
        }
        return needsKey;
    }

    private void run() {
        try {
            int rests = 1;
            while (!closed) {
                rests = convertAll() ? 1 : Math.min(2 * rests, LONGEST_PAUSE);
                Thread.sleep(pause.multipliedBy(rests));
                queue.clear();
                keyWanted.set(true);
                resting = false;
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Converts until something fails.
     *
     * @return whether anything came of it before
     */
    private boolean convertAll() throws InterruptedException {
        boolean success = false;
        try (Codecs run = codecs.get()) {
            while (!closed) {
                success |= convert(run, queue.take());
            }
        } catch (RuntimeException | Error e) { // a missing codec, and what else ends a thread
            resting = true;
            failures.incrementAndGet();
            LOG.log(System.Logger.Level.WARNING, "cannot convert the picture of " + source, e);
            out.onFailed(source);
        }
        return success;
    }

    private boolean convert(Codecs run, SourcePicture picture) {
        boolean late = queue.size() > LATE;
        boolean key = !late && keyWanted.getAndSet(false);
        SourcePicture converted = run.convert(picture, late, key);
        if (converted != null) {
            out.onConverted(converted);
            return true;
        }
        dropped.incrementAndGet();
        if (key) {
            keyWanted.set(true);
        }
        return false;
    }

    /** Pictures of which nothing came. */
    long dropped() {
        return dropped.get();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}

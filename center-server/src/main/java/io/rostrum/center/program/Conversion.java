package io.rostrum.center.program;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The crossing to the thread that converts one VP8 source; lives as long as that source is needed.
 *
 * <p>{@link #offer} and {@link #requestKeyFrame} may be called from any thread.
 */
final class Conversion implements AutoCloseable {
    /** One second of pictures; beyond that the conversion waits for a key frame. */
    private static final int CAPACITY = 30;

    /** With more pictures behind it a picture is late. */
    private static final int LATE = 4;

    private static final System.Logger LOG = System.getLogger(Conversion.class.getName());

    private final String source;
    private final Consumer<SourcePicture> out;
    private final Runnable sourceKeyFrame;
    private final BlockingQueue<SourcePicture> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicBoolean keyWanted = new AtomicBoolean(true);
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;
    private boolean needsKey = true;

    /**
     * @param out gets the H.264 pictures, on the conversion's thread
     * @param sourceKeyFrame asks the source itself, on whatever thread calls {@link #offer}
     */
    Conversion(String source, Consumer<SourcePicture> out, Runnable sourceKeyFrame) {
        this.source = source;
        this.out = out;
        this.sourceKeyFrame = sourceKeyFrame;
        thread = Thread.ofPlatform().daemon().name("convert-" + source).start(this::run);
    }

    String source() {
        return source;
    }

    /** The next VP8 picture; called by one thread. */
    void offer(SourcePicture picture) {
        if (needsKey && !picture.key()) {
            dropped.incrementAndGet();
        } else if (queue.offer(picture)) {
            needsKey = false;
        } else {
            dropped.incrementAndGet();
            needsKey = true;
            sourceKeyFrame.run();
        }
    }

    /** The next converted picture will be a key frame; the source need not know. */
    void requestKeyFrame() {
        keyWanted.set(true);
    }

    /** Whether it waits for a key frame of the source; asked by the thread that offers. */
    boolean needsKey() {
        return needsKey;
    }

    private void run() {
        try (Converter converter = new Converter()) {
            while (!closed) {
                convert(converter, queue.take());
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot convert the picture of " + source, e);
        }
    }

    private void convert(Converter converter, SourcePicture picture) {
        boolean late = queue.size() > LATE;
        boolean key = !late && keyWanted.getAndSet(false);
        @Nullable SourcePicture converted = converter.convert(picture, late, key);
        if (converted != null) {
            out.accept(converted);
        } else {
            dropped.incrementAndGet();
            if (key) {
                keyWanted.set(true);
            }
        }
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

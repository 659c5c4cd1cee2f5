package io.rostrum.net;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Writes lines of the log on a thread of its own, so that a full pipe or slow disk stops no event
 * loop. Any thread.
 *
 * <p>The queue is bounded: lines beyond it are lost, counted, and told of as soon as it moves.
 */
public final class LogThread implements AutoCloseable {
    /** A minute of what the security log may say, and more. */
    static final int MOST_WAITING = 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private record Line(Consumer<String> log, String text) {}

    private final BlockingQueue<Line> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final LongAdder lost = new LongAdder();
    private final Thread writer = Thread.ofPlatform().daemon().name("log").unstarted(this::run);
    private long told;
    private volatile boolean closed;

    private LogThread() {}

    public static LogThread start() {
        LogThread thread = new LogThread();
        thread.writer.start();
        return thread;
    }

    /** What writes to the logger of that name, later. */
    public Consumer<String> to(String name, Level level) {
        System.Logger logger = System.getLogger(name);
        return to(line -> logger.log(level, line));
    }

    /** What hands lines to that log, which may block. */
    Consumer<String> to(Consumer<String> log) {
        return text -> {
            if (closed || !waiting.offer(new Line(log, text))) {
                lost.increment();
            }
        };
    }

    /** Lines that nobody will read. */
    public long lost() {
        return lost.sum();
    }

    private void run() {
        while (!closed) {
            try {
                write(waiting.take());
            } catch (InterruptedException e) {
                break; // closed: what waits is still written
            }
        }
        for (Line line = waiting.poll(); line != null; line = waiting.poll()) {
            write(line);
        }
    }

    private void write(Line line) {
        try {
            long now = lost.sum();
            if (now > told) {
                line.log.accept("lines of the log lost before this one: " + (now - told));
                told = now;
            }
            line.log.accept(line.text);
        } catch (RuntimeException | Error e) { // the next line may do better
            lost.increment();
        }
    }

    /** Writes what waits, within a second. */
    @Override
    public void close() {
        closed = true;
        writer.interrupt();
        try {
            writer.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.rostrum.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps the log records that carry a stack trace, while it is open. */
public final class Traces extends Handler implements AutoCloseable {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    public Traces() {
        Logger.getLogger("").addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getThrown() != null) {
            seen.add(
                    record.getLoggerName()
                            + ": "
                            + record.getMessage()
                            + ": "
                            + record.getThrown());
        }
    }

    public List<String> seen() {
        return seen;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}

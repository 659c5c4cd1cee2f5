package io.rostrum.streaming.playback;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.packager.Properties;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Downloads of one size that hosts asked for, made one after the other. Any thread; the work is
 * done on one worker.
 *
 * <p>A wish is kept on disk until it is fulfilled, so one that a crash interrupted is taken up by
 * the next start, from its beginning.
 */
public final class Workshop implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Workshop.class.getName());
    private static final String WISH = "download.wish";

    /** How far the download of a recording is. */
    sealed interface State {}

    /** Nobody asked for it. */
    record None() implements State {}

    /** Others are made before it. */
    record Waiting() implements State {}

    record Making(int percent) implements State {}

    record Done() implements State {}

    /** It can be asked for again. */
    record Failed() implements State {}

    private final Executor worker;
    private final Recordings recordings;
    private final Shelf shelf;
    private final Map<Id, State> states = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * @param worker one thread, of low priority
     */
    public Workshop(Executor worker, Recordings recordings, Shelf shelf) {
        this.worker = worker;
        this.recordings = recordings;
        this.shelf = shelf;
        recordings.whenRemoved(removed -> states.remove(removed.session().id()));
        recordings.whenChanged(this::changed);
    }

    /** Takes up what was asked for before the last end of the process. */
    public void open() {
        for (Recording recording : recordings.everything()) {
            if (recording.folder().has(WISH)) {
                later(recording.session().id());
            }
        }
    }

    /** What is being made of what was shown before is given up. */
    private void changed(Recording recording) {
        if (!recording.folder().has(WISH)) {
            states.remove(recording.session().id());
        }
    }

    State state(Recording recording) {
        State known = states.get(recording.session().id());
        if (known != null) {
            return known;
        }
        return recording.folder().has(Download.HEADER) ? new Done() : new None();
    }

    /** Asks for one; that is kept once this returns. Blocking. */
    State want(Recording recording) throws IOException {
        Id id = recording.session().id();
        if (recording.folder().has(Download.HEADER)) {
            return new Done();
        }
        State known = states.get(id);
        if (known instanceof Waiting || known instanceof Making) {
            return known;
        }
        recording.folder().write(WISH, new byte[0]);
        later(id);
        return new Waiting();
    }

    private void later(Id id) {
        states.put(id, new Waiting());
        worker.execute(() -> make(id));
    }

    private void make(Id id) {
        Recording recording = recordings.one(id).orElse(null);
        if (closed || recording == null) {
            return;
        }
        try {
            if (make(recording)) {
                recording.folder().remove(WISH);
                states.remove(id);
                recordings.grew(id);
            }
        } catch (IOException | RuntimeException e) {
            states.computeIfPresent(id, (same, before) -> new Failed());
            LOG.log(Level.WARNING, "the download of recording " + id + " was not made", e);
        }
    }

    private boolean make(Recording recording) throws IOException {
        Id id = recording.session().id();
        Properties properties = recording.properties();
        if (properties == null || properties.resolutions().isEmpty()) {
            throw new IOException("its pictures are not known");
        }
        return Download.make(
                shelf.tape(recording),
                properties,
                percent -> states.replace(id, new Making(percent)),
                () -> closed || stale(recording));
    }

    /** Removed, or cut meanwhile. */
    private boolean stale(Recording recording) {
        return recordings
                .one(recording.session().id())
                .filter(now -> now.folder().shown().equals(recording.folder().shown()))
                .isEmpty();
    }

    /** What is being made is left to the next start. */
    @Override
    public void close() {
        closed = true;
    }
}

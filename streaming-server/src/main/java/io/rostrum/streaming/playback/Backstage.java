package io.rostrum.streaming.playback;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.packager.Survey;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Makes what stands beside a recording: the front of its MP4, its properties, its pictures.
 *
 * <p>What a crash left unmade is made after the next start. Thread: one worker, one recording after
 * the other.
 */
public final class Backstage implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Backstage.class.getName());

    private final Executor worker;
    private final Recordings recordings;
    private final Shelf shelf;
    private final Stills stills;
    private final Storyboards storyboards;
    private final boolean erases;
    private final Set<Id> heard = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param erases whether it takes what was cut out off the disk; else somebody else does
     */
    public Backstage(
            Executor worker,
            Recordings recordings,
            Shelf shelf,
            Stills stills,
            Storyboards storyboards,
            boolean erases) {
        this.erases = erases;
        this.worker = worker;
        this.recordings = recordings;
        this.shelf = shelf;
        this.stills = stills;
        this.storyboards = storyboards;
    }

    /** From now on, and for what is there already. Once, after the recordings were loaded. */
    public void open() {
        recordings.whenAdded(added -> {
            later(added);
            hear(added);
        });
        recordings.whenChanged(this::changed);
        recordings.everything().forEach(this::later);
    }

    private void later(Recording recording) {
        worker.execute(() -> prepare(recording.session().id()));
    }

    /** What was made of something else goes; what is shown now is made. */
    private void changed(Recording recording) {
        worker.execute(() -> {
            prepare(recording.session().id());
            listen(recording.session().id());
        });
    }

    /** Makes the sound of a recording as a file, unless it is just being made. */
    void hear(Recording recording) {
        Id id = recording.session().id();
        if (heard.add(id)) {
            worker.execute(() -> listen(id));
        }
    }

    private void listen(Id id) {
        heard.remove(id);
        Recording recording = recordings.one(id).orElse(null);
        if (recording == null || closed) {
            return;
        }
        try {
            Sound.make(shelf.tape(recording), () -> closed || recordings.one(id).isEmpty());
            recordings.grew(id);
        } catch (IOException | RuntimeException e) {
            if (recordings.one(id).isPresent()) {
                LOG.log(Level.WARNING, "the sound of recording " + id + " was not copied", e);
            }
        }
    }

    private void prepare(Id id) {
        Recording recording = recordings.one(id).orElse(null);
        if (recording == null || closed) {
            return;
        }
        erase(recording);
        try {
            recording.folder().tidyMade();
            describe(recording);
            for (Stills.Kind kind : Stills.Kind.values()) {
                stills.recorded(recording, kind);
            }
            storyboards.complete(recording);
            recordings.grew(id);
        } catch (IOException | RuntimeException e) {
            if (recordings.one(id).isPresent()) {
                LOG.log(Level.WARNING, "recording " + id + " is not fully prepared", e);
            }
        }
    }

    /** Where there is no room for it, the rest is made all the same; the next start tries again. */
    private void erase(Recording recording) {
        try {
            if (erases) {
                recordings.erase(recording, now -> {});
            }
        } catch (IOException | RuntimeException e) {
            Id id = recording.session().id();
            LOG.log(Level.WARNING, "what was cut off " + id + " is not erased yet", e);
        }
    }

    /** What is not begun is left to the next start. */
    @Override
    public void close() {
        closed = true;
    }

    private void describe(Recording recording) throws IOException {
        if (recording.properties() != null) {
            return;
        }
        Shelf.Tape tape = shelf.tape(recording);
        long header = shelf.mp4Header(tape).length;
        recordings.describe(
                recording,
                Survey.of(tape.feedInit(), tape.log(), header + tape.log().samplesSize()));
    }
}

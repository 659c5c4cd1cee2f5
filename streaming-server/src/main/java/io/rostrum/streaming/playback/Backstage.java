package io.rostrum.streaming.playback;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.packager.Survey;
import java.io.IOException;
import java.lang.System.Logger.Level;
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
    private volatile boolean closed;

    public Backstage(
            Executor worker,
            Recordings recordings,
            Shelf shelf,
            Stills stills,
            Storyboards storyboards) {
        this.worker = worker;
        this.recordings = recordings;
        this.shelf = shelf;
        this.stills = stills;
        this.storyboards = storyboards;
    }

    /** From now on, and for what is there already. Once, after the recordings were loaded. */
    public void open() {
        recordings.whenAdded(this::later);
        recordings.everything().forEach(this::later);
    }

    private void later(Recording recording) {
        worker.execute(() -> prepare(recording.session().id()));
    }

    private void prepare(Id id) {
        Recording recording = recordings.one(id).orElse(null);
        if (recording == null || closed) {
            return;
        }
        try {
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
                recording.session().id(),
                Survey.of(tape.feedInit(), tape.log(), header + tape.log().samplesSize()));
    }
}

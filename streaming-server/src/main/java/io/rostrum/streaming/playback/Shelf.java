package io.rostrum.streaming.playback;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.http.Reply;
import io.rostrum.streaming.packager.Mp4Header;
import io.rostrum.streaming.packager.Piece;
import io.rostrum.streaming.packager.PieceName;
import io.rostrum.streaming.packager.RecordingPlaylist;
import io.rostrum.streaming.timeline.Extent;
import io.rostrum.streaming.timeline.SampleLog;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Recordings that were looked at lately, open and divided. Blocking; any worker. */
public final class Shelf {
    private static final System.Logger LOG = System.getLogger(Shelf.class.getName());
    private static final String MP4_HEADER = "mp4.header";
    private static final int MOST = 64;

    /**
     * A recording in the form in which it is played.
     *
     * @param log what is shown of it
     * @param pieces of what is shown
     * @param past how the pieces were named while the program was on air; only those of which all
     *     is shown
     * @param whole what the past is read from
     */
    @SuppressWarnings("ArrayRecordComponent") // shared by all viewers, never compared
    record Tape(
            Recording recording,
            SampleLog log,
            byte[] feedInit,
            byte[] init,
            List<Piece> pieces,
            Reply.Text playlist,
            List<Piece> past,
            SampleLog whole) {
        byte[] piece(int number) throws IOException {
            return pieces.get(number).read(log);
        }

        PieceName.Front front() {
            return PieceName.Front.of(recording.folder().shown());
        }

        /** When what is shown of it began. */
        Instant startedAt() {
            return recording.session().startedAt().plusNanos(log.begins() * 100_000 / 9);
        }
    }

    private final Map<Id, Tape> tapes = new LinkedHashMap<>(16, 0.75f, true);

    public Shelf(Recordings recordings) {
        recordings.whenRemoved(this::remove);
        recordings.whenChanged(this::remove);
    }

    synchronized Tape tape(Recording recording) throws IOException {
        Id id = recording.session().id();
        Tape known = tapes.get(id);
        Extent shown = recording.folder().shown();
        if (known != null && known.recording.folder().shown().equals(shown)) {
            return known;
        }
        Tape tape = opened(recording, shown);
        tapes.put(id, tape);
        if (tapes.size() > MOST) {
            Iterator<Tape> eldest = tapes.values().iterator();
            eldest.next(); // its file is closed when the last reader of it is done: by the
            // collector
            eldest.remove();
        }
        return tape;
    }

    private static Tape opened(Recording recording, Extent shown) throws IOException {
        byte[] feed = recording.folder().init().orElseThrow(() -> new IOException("no header"));
        SampleLog log = recording.folder().read();
        SampleLog whole =
                shown.equals(Extent.ALL) ? log : recording.folder().showing(Extent.ALL).read();
        List<Piece> pieces = Piece.brief(log.segments());
        Instant from = recording.session().startedAt().plusNanos(log.begins() * 100_000 / 9);
        String playlist = RecordingPlaylist.write(from, pieces, PieceName.Front.of(shown));
        return new Tape(
                recording,
                log,
                feed,
                Inits.forViewers(feed),
                pieces,
                Reply.Text.of(playlist),
                Piece.divide(whole.segments()).stream()
                        .filter(piece -> piece.within(shown))
                        .toList(),
                whole);
    }

    /** Opens it anew when it is asked for again: its samples are elsewhere now. */
    public synchronized void remove(Recording recording) {
        tapes.remove(recording.session().id());
    }

    /** The front of the recording's MP4, made once and kept beside it. */
    synchronized byte[] mp4Header(Tape tape) throws IOException {
        byte[] kept = tape.recording.folder().read(MP4_HEADER).orElse(null);
        if (kept != null) {
            return kept;
        }
        byte[] made = Mp4Header.build(tape.init, tape.log);
        try {
            tape.recording.folder().write(MP4_HEADER, made);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "MP4 header is not kept: " + e.getMessage());
        }
        return made;
    }
}

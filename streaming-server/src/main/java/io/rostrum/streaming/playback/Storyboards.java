package io.rostrum.streaming.playback;

import io.rostrum.net.Apart;
import io.rostrum.net.FaultLog;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.timeline.DataDirectory;
import io.rostrum.streaming.timeline.Extent;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.SessionFolder;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Pictures of each moment, of live programs and of recordings. Any thread. */
public final class Storyboards {
    private static final System.Logger LOG = System.getLogger(Storyboards.class.getName());
    private static final FaultLog FAULTS = new FaultLog(LOG, System::nanoTime);

    /** How often a live program is looked at: half the distance of two tiles. */
    private static final long FRESH_NANOS = 2_500_000_000L;

    private record Watched(Drawing drawing, long askedNanos) {}

    private final Map<Id, Watched> live = new ConcurrentHashMap<>();
    private final DataDirectory data;
    private final Executor worker;

    /**
     * @param worker one thread, so that drawing never takes more than one core
     */
    public Storyboards(DataDirectory data, Executor worker) {
        this.data = data;
        this.worker = worker;
    }

    /** Once a second: asks for what is missing. */
    public void refresh(Collection<Live> onAir, long nowNanos) {
        Apart.each(onAir, program -> refresh(program, nowNanos), Storyboards::notAsked);
    }

    private void refresh(Live program, long nowNanos) {
        Id session = program.session().id();
        Watched known = live.get(session);
        if (known == null || nowNanos - known.askedNanos > FRESH_NANOS) {
            Drawing drawing = known == null ? new Drawing(data.folder(session)) : known.drawing;
            live.put(session, new Watched(drawing, nowNanos));
            worker.execute(() -> draw(program, drawing));
        }
    }

    private static void notAsked(Live program, RuntimeException why) {
        FAULTS.tell("no storyboard of " + program.channel(), why);
    }

    private static void draw(Live program, Drawing drawing) {
        try {
            SampleLog log = program.stored();
            drawing.draw(Tile.of(log.segments()), log, false);
        } catch (IOException | RuntimeException ended) {
            LOG.log(Level.DEBUG, "no storyboard of " + program.session().id(), ended);
        }
    }

    /** The program is over, and its last seconds too. */
    public void forget(Live program) {
        Watched known = live.remove(program.session().id());
        if (known != null) {
            worker.execute(known.drawing::close);
        }
    }

    /** What can be seen of a live program so far. */
    Optional<String> vtt(Live program, String folder) {
        Watched known = live.get(program.session().id());
        List<Tile> tiles = Tile.of(program.stored().segments());
        int drawn = known == null ? 0 : Math.min(known.drawing.drawn(), tiles.size());
        return drawn == 0
                ? Optional.empty()
                : Optional.of(
                        Storyboard.vtt(
                                tiles.subList(0, drawn),
                                program.view().end(),
                                sheet -> address(folder, sheet, drawn)));
    }

    /** The number of tiles tells one state of a sheet from the next. */
    private static String address(String folder, int sheet, int drawn) {
        int tiles = Math.min(Sheet.TILES, drawn - sheet * Sheet.TILES);
        return folder + "/" + Storyboard.sheet(sheet) + "?n=" + tiles;
    }

    /** Blocking. */
    Optional<byte[]> sheet(Id session, SessionFolder folder, int number) throws IOException {
        Watched known = known(session, folder);
        return known == null ? folder.read(Storyboard.sheet(number)) : known.drawing.sheet(number);
    }

    /** What is drawn while it is live shows all of it. */
    private @Nullable Watched known(Id session, SessionFolder folder) {
        return folder.shown().equals(Extent.ALL) ? live.get(session) : null;
    }

    /** Of a program that may have no recording yet. */
    SessionFolder folder(Id session) {
        return data.folder(session);
    }

    /** Draws what is missing of a recording. Blocking. */
    void complete(Recording recording) throws IOException {
        Watched known = known(recording.session().id(), recording.folder());
        Drawing drawing = known == null ? new Drawing(recording.folder()) : known.drawing;
        try (SampleLog log = recording.folder().read()) {
            drawing.draw(Tile.of(log.segments()), log, true);
        }
    }

    /** That of a recording; nothing until it is drawn. Blocking. */
    static Optional<String> vtt(Recording recording) throws IOException {
        try (SampleLog log = recording.folder().read()) {
            List<Tile> tiles = Tile.of(log.segments());
            int sheets = (tiles.size() - 1) / Sheet.TILES;
            return recording.folder().has(Storyboard.sheet(sheets))
                    ? Optional.of(
                            Storyboard.vtt(
                                    tiles,
                                    log.segments().getLast().end(),
                                    sheet ->
                                            Storyboard.sheet(sheet)
                                                    + recording.folder().shown().query()))
                    : Optional.empty();
        }
    }
}

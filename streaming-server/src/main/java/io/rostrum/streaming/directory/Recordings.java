package io.rostrum.streaming.directory;

import io.rostrum.net.Apart;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.packager.Properties;
import io.rostrum.streaming.timeline.DataDirectory;
import io.rostrum.streaming.timeline.Extent;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Segment;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.SessionFolder;
import io.rostrum.streaming.timeline.Trim;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All finished programs. Any thread; the disk is read on workers. */
public final class Recordings {
    private static final System.Logger LOG = System.getLogger(Recordings.class.getName());

    private static final String PROPERTIES = "properties.json";

    private final Object edits = new Object();
    private final DataDirectory data;
    private final Executor workers;
    private final Map<Id, Recording> all = new ConcurrentHashMap<>();
    private final Set<Id> unkept = ConcurrentHashMap.newKeySet();
    private final List<Consumer<Recording>> onAdded = new CopyOnWriteArrayList<>();
    private final List<Consumer<Recording>> onRemoved = new CopyOnWriteArrayList<>();
    private final List<Consumer<Recording>> onChanged = new CopyOnWriteArrayList<>();

    public Recordings(DataDirectory data, Executor workers) {
        this.data = data;
        this.workers = workers;
    }

    /** Finds what is on disk. Blocking, once, at the start. */
    public void load() throws IOException {
        for (SessionFolder folder : data.folders()) {
            try {
                Session session = folder.session().orElse(null);
                if (session != null && !session.live()) {
                    folder.tidy();
                    put(session, folder);
                }
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.ERROR, folder.path() + " is left alone: " + e.getMessage(), e);
            }
        }
    }

    /** Told of each new recording, on a worker. */
    public void whenAdded(Consumer<Recording> listener) {
        onAdded.add(listener);
    }

    /** Told before the files of a recording are removed, on a worker. */
    public void whenRemoved(Consumer<Recording> listener) {
        onRemoved.add(listener);
    }

    /** A program ended and was kept. It is listed at once. */
    void add(Session session) {
        SessionFolder folder = data.folder(session.id());
        all.put(session.id(), new Recording(session, folder, 0, 0, null));
        workers.execute(() -> {
            try {
                Recording recording = put(session, folder);
                added(recording);
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.ERROR, "recording " + session.id() + " cannot be read", e);
            }
        });
    }

    /** A finished program came back from elsewhere. Blocking. */
    public void adopt(SessionFolder folder) throws IOException {
        Session session = folder.session().orElseThrow(() -> new IOException("it has no words"));
        Recording recording = put(session, folder);
        added(recording);
    }

    private void added(Recording recording) {
        Apart.each(
                onAdded,
                listener -> listener.accept(recording),
                (listener, why) ->
                        LOG.log(Level.ERROR, "a new recording could not be told of", why));
    }

    private Recording put(Session session, SessionFolder folder) throws IOException {
        synchronized (edits) { // else what it shows could be changed meanwhile
            Recording measured = measured(session, folder, 0);
            return Objects.requireNonNull(all.merge(session.id(), measured, Recordings::reworded));
        }
    }

    private static Recording measured(Session session, SessionFolder folder, int edits)
            throws IOException {
        Trim trim = folder.trim();
        SessionFolder shown = folder.showing(trim.shown());
        try (SampleLog log = shown.read()) {
            List<Segment> segments = log.segments();
            if (segments.isEmpty()) {
                throw new IOException("it has no segment");
            }
            long duration = segments.getLast().end() - segments.getFirst().start();
            return new Recording(
                    session,
                    shown,
                    duration,
                    folder.size(),
                    properties(shown),
                    trim,
                    Chosen.read(folder).map(Chosen::revision).orElse(0L),
                    edits);
        }
    }

    /** Its words may have been edited while it was measured. */
    private static Recording reworded(Recording known, Recording measured) {
        return measured.worded(known.session());
    }

    /** Changes files of a recording that its host decides on. */
    @FunctionalInterface
    public interface Change {
        void of(Recording recording) throws IOException;
    }

    /**
     * Changes what stands beside a recording; it is kept once this returns. Blocking.
     *
     * @return nothing where it was removed meanwhile
     */
    public Optional<Recording> change(Id id, Change change) throws IOException {
        Recording changed = changed(id, change);
        if (changed == null) {
            return Optional.empty();
        }
        Apart.each(
                onChanged,
                listener -> listener.accept(changed),
                (listener, why) -> LOG.log(Level.ERROR, "a change could not be told of", why));
        return Optional.of(changed);
    }

    private @Nullable Recording changed(Id id, Change change) throws IOException {
        synchronized (edits) {
            Recording recording = all.get(id);
            if (recording == null) {
                return null;
            }
            change.of(recording);
            Recording measured =
                    measured(recording.session(), data.folder(id), recording.edits() + 1);
            return all.computeIfPresent(id, (same, now) -> reworded(now, measured));
        }
    }

    /** Told of each change of what is shown of a recording, on a worker. */
    public void whenChanged(Consumer<Recording> listener) {
        onChanged.add(listener);
    }

    /**
     * Takes what was cut out of a recording off the disk, if its host wants that. Blocking, for as
     * long as copying takes.
     *
     * @param before done once the samples are written anew, before it counts
     */
    public void erase(Recording recording, Change before) throws IOException {
        Id id = recording.session().id();
        if (!recording.trim().erasing()) {
            return;
        }
        recording.folder().erase();
        before.of(recording); // may ask a bucket: nobody else's edits wait for that
        var _ = change(id, now -> now.folder().save(now.trim().erased()));
    }

    private static @Nullable Properties properties(SessionFolder folder) throws IOException {
        return folder.read(PROPERTIES)
                .map(bytes -> Properties.of(new JsonObject(Buffer.buffer(bytes))))
                .orElse(null);
    }

    /**
     * Changes the words of a recording; they are kept once this returns. Blocking.
     *
     * @return nothing where it was removed meanwhile
     */
    public Optional<Recording> edit(Id id, UnaryOperator<Session> change) throws IOException {
        synchronized (edits) {
            Recording recording = all.get(id);
            if (recording == null) {
                return Optional.empty();
            }
            Session edited = change.apply(recording.session());
            try {
                recording.folder().save(edited);
                unkept.remove(id);
            } catch (IOException e) {
                closed(id, edited);
                throw e;
            }
            return Optional.ofNullable(all.computeIfPresent(id, (same, now) -> now.worded(edited)));
        }
    }

    /** What is to be private is so at once, though it could not be written down. */
    private void closed(Id id, Session edited) {
        if (edited.visibility() == Visibility.PRIVATE) {
            all.computeIfPresent(id, (same, now) -> now.worded(edited));
            unkept.add(id);
        }
    }

    /** Keeps what could not be kept when it was said. Blocking. */
    public void settle() throws IOException {
        for (Id id : unkept) {
            edit(id, same -> same);
        }
    }

    /** Keeps what a recording was found to be made of. Blocking. */
    public void describe(Recording found, Properties properties) throws IOException {
        found.folder().write(PROPERTIES, properties.toJson().toBuffer().getBytes());
        Extent shown = found.folder().shown();
        all.computeIfPresent(
                found.session().id(),
                (same, now) ->
                        now.folder().shown().equals(shown) ? now.described(properties) : now);
    }

    /** Files were made beside a recording: it takes more space now. Blocking. */
    public void grew(Id id) throws IOException {
        long size = data.folder(id).size();
        all.computeIfPresent(id, (same, recording) -> recording.grown(size));
    }

    public Optional<Recording> one(Id id) {
        return Optional.ofNullable(all.get(id));
    }

    /** The public ones, the newest first: what may be listed. */
    public List<Recording> newestFirst() {
        return sorted().filter(recording -> recording.session().visibility() == Visibility.PUBLIC)
                .toList();
    }

    /** Those too that are not listed, or private; the newest first. */
    public List<Recording> everything() {
        return sorted().toList();
    }

    private Stream<Recording> sorted() {
        return all.values().stream()
                .sorted(
                        Comparator.comparing(
                                        (Recording recording) -> recording.session().startedAt())
                                .reversed());
    }

    /** Removes a recording and its files. Blocking. */
    public void remove(Recording recording) throws IOException {
        Id id = recording.session().id();
        Recording known = all.remove(id);
        if (known == null) {
            return;
        }
        try {
            onRemoved.forEach(listener -> listener.accept(recording));
        } catch (RuntimeException e) {
            all.put(id, known); // its files are all there: it may be removed again
            throw e;
        }
        unkept.remove(id);
        recording.folder().delete();
    }
}

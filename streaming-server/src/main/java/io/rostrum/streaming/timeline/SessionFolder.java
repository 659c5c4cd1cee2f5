package io.rostrum.streaming.timeline;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.timeline.Reserve.SmallFiles;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of one session: its words, its init, its samples. Blocking; one writer at a time. */
public final class SessionFolder {
    private static final String WORDS = "session.json";
    private static final String INIT = "init.mp4";
    private static final String TAKES = "takes.json";

    /** Chapters in the words of the host. */
    public static final String CHAPTERS = "chapters.json";

    /** The picture that the host chose. */
    public static final String PICTURE = "picture.json";

    /** What a folder may hold that has no words yet, or has them no more. */
    private static final Set<String> HALF =
            Set.of(
                    INIT,
                    TAKES,
                    LayerLog.NAME,
                    SampleLog.SAMPLES,
                    SampleLog.INDEX,
                    TrimFile.NAME,
                    CHAPTERS,
                    PICTURE,
                    "vault.json",
                    "closed");

    /** Says that a session is private whose words could not be kept. */
    private static final String CLOSED = "closed";

    private static final String NEW = ".new";

    /** Bytes that are copied at once. */
    private static final int COPIED = 1 << 20;

    /** No id begins so. */
    private static final String GONE = ".gone-";

    private final Path path;

    private final Elsewhere elsewhere;
    private final SmallFiles small;
    private final Runnable onDamaged;
    private final Extent shown;

    /**
     * One session's folder.
     *
     * @param onDamaged once for each segment that the disk has damaged
     */
    SessionFolder(Path path, Elsewhere elsewhere, SmallFiles small, Runnable onDamaged) {
        this(path, elsewhere, small, onDamaged, Extent.ALL);
    }

    private SessionFolder(
            Path path, Elsewhere elsewhere, SmallFiles small, Runnable onDamaged, Extent shown) {
        this.shown = shown;
        this.onDamaged = onDamaged;
        this.path = path;
        this.elsewhere = elsewhere;
        this.small = small;
    }

    public Path path() {
        return path;
    }

    /** Whether a removal was cut short there. */
    static boolean isGone(Path path) {
        return path.toFile().getName().startsWith(GONE);
    }

    /** Whether it was being made or removed when the process died: it holds nothing of others. */
    public boolean isHalf() throws IOException {
        if (isGone(path)) {
            return true;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.toFile().getName())
                    .allMatch(name -> name.endsWith(NEW) || HALF.contains(name) || isMark(name));
        }
    }

    /** Bytes of the samples file; the MP4 download is built around it. */
    public Path samples() {
        return path.resolve(SampleLog.SAMPLES);
    }

    /** The same folder, read as if there were nothing but those segments. */
    public SessionFolder showing(Extent extent) {
        return new SessionFolder(path, elsewhere, small, onDamaged, extent);
    }

    /** Which segments can be read here. */
    public Extent shown() {
        return shown;
    }

    /** What is shown and kept of the recording, as it is on disk now. */
    public Trim trim() throws IOException {
        return TrimFile.read(path);
    }

    /** Keeps it; durable once this returns. */
    public void save(Trim trim) throws IOException {
        if (trim.equals(Trim.NONE)) {
            remove(TrimFile.NAME);
            force(path);
        } else {
            small.write(path, TrimFile.NAME, TrimFile.bytes(trim));
        }
    }

    /** Opens the session for writing: all of it. */
    public SampleLog write() throws IOException {
        SampleLog log = SampleLog.open(path, onDamaged);
        force(path);
        return log;
    }

    /** Opens what can be read here. */
    public SampleLog read() throws IOException {
        Id session = new Id(path.toFile().getName());
        return SampleLog.open(
                path,
                shown,
                (offset, length) -> elsewhere.read(session, offset, length),
                onDamaged);
    }

    /**
     * Takes note of what was erased elsewhere before that could be written down.
     *
     * @param size of the samples that are there
     */
    public void reconcile(long size) throws IOException {
        Trim trim = trim();
        try (SampleLog log = showing(trim.shown()).read()) {
            if (trim.erasing() && log.samplesSize() == size) {
                save(trim.erased());
            }
        }
    }

    /**
     * Cuts what is not shown out of the samples, if that is wanted. Whole or not at all; done
     * before, it costs nothing. It counts once {@link Trim#erased} was saved.
     */
    public void erase() throws IOException {
        Trim trim = trim();
        try (SampleLog log = showing(trim.shown()).read()) {
            boolean done = hasSamples() && Files.size(samples()) == log.samplesSize();
            if (!trim.erasing() || done) {
                return;
            }
            try (Draft draft = draft(SampleLog.SAMPLES)) {
                for (long at = 0; at < log.samplesSize(); ) {
                    int length = (int) Math.min(COPIED, log.samplesSize() - at);
                    ByteBuffer piece = ByteBuffer.wrap(log.bytes(at, length));
                    while (piece.hasRemaining()) {
                        draft.channel().write(piece);
                    }
                    at += length;
                }
                draft.keep();
            }
        }
    }

    /**
     * Keeps the session's words. Where they say that it is private, and cannot be kept, an empty
     * file says that alone.
     */
    public void save(Session session) throws IOException {
        try {
            small.write(
                    path,
                    WORDS,
                    session.toJson()
                            .encodePrettily()
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException e) {
            if (session.visibility() == Visibility.PRIVATE && Files.exists(path)) {
                var _ = Reserve.mark(path, CLOSED);
            }
            throw e;
        }
        Files.deleteIfExists(path.resolve(CLOSED));
    }

    /** The session's words; nothing where the process died before they were written. */
    public Optional<Session> session() throws IOException {
        Path words = path.resolve(WORDS);
        if (!Files.exists(words)) {
            return Optional.empty();
        }
        try {
            Session session = Session.of(new JsonObject(Files.readString(words)));
            boolean closed = Files.exists(path.resolve(CLOSED));
            return Optional.of(closed ? session.seenBy(Visibility.PRIVATE) : session);
        } catch (RuntimeException e) {
            throw new IOException(words + " cannot be read: " + e.getMessage(), e);
        }
    }

    public void save(Takes takes) throws IOException {
        small.write(path, TAKES, takes.toJson().toBuffer().getBytes());
    }

    /** Who came on air when, as far as the feed told. */
    public Takes takes() throws IOException {
        Path takes = path.resolve(TAKES);
        if (!Files.exists(takes)) {
            return Takes.NONE;
        }
        try {
            return Takes.of(new JsonArray(Files.readString(takes)));
        } catch (RuntimeException e) {
            throw new IOException(takes + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Keeps what a host changed of the layer; durable once this returns. */
    public void append(List<LayerEvent> events) throws IOException {
        LayerLog.append(path, events);
    }

    /** How many pictures of marks there are. */
    public int marks() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return (int) files.filter(file -> isMark(file.toFile().getName())).count();
        }
    }

    private static boolean isMark(String name) {
        return Shown.Logo.FILE.matcher(name).matches();
    }

    /** What is shown above the picture, takes too. */
    public Layer layer() throws IOException {
        return Layer.of(takes(), LayerLog.read(path));
    }

    /** Chapters in the words of the host; nothing where he wrote none. */
    public Optional<Headings> headings() throws IOException {
        Path file = path.resolve(CHAPTERS);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Headings.of(new JsonArray(Files.readString(file))));
        } catch (RuntimeException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    public void save(Headings headings) throws IOException {
        small.write(path, CHAPTERS, headings.toJson().toBuffer().getBytes());
    }

    public void saveInit(byte[] init) throws IOException {
        write(INIT, init);
    }

    public Optional<byte[]> init() throws IOException {
        Path init = path.resolve(INIT);
        return Files.exists(init) ? Optional.of(Files.readAllBytes(init)) : Optional.empty();
    }

    /** Writes a file whole or not at all. */
    public void write(String name, byte[] bytes) throws IOException {
        WholeFile.write(path, named(name), bytes);
    }

    /** The same for what the host said: on a full disk too as long as the reserve lasts. */
    public void keep(String name, byte[] bytes) throws IOException {
        small.write(path, name, bytes);
    }

    /** What was made of some segments alone has a name of its own. */
    private String named(String name) {
        return Made.is(name) ? shown.prefix() + name : name;
    }

    /** Removes what was made of other segments than these. */
    public void tidyMade() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                String name = file.toFile().getName();
                String plain = Made.plain(name);
                if (Made.is(plain) && !name.equals(named(plain))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Begins a file that counts once it is kept, whole. */
    public Draft draft(String name) throws IOException {
        return new Draft(named(name));
    }

    /** A file that is being written. What is not kept is removed. */
    public final class Draft implements AutoCloseable {
        private final String name;
        private final Path fresh;
        private final FileChannel channel;

        private Draft(String name) throws IOException {
            this.name = name;
            this.fresh = path.resolve(name + NEW);
            this.channel =
                    FileChannel.open(
                            fresh,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING);
        }

        public FileChannel channel() {
            return channel;
        }

        /** Makes it durable under its name. */
        public void keep() throws IOException {
            channel.force(true);
            Files.move(
                    fresh,
                    path.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            force(path);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(fresh);
        }
    }

    /** Removes a file of the session. */
    public void remove(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    /** Removes what the host added; it stays away once this returns. */
    public void forget(String name) throws IOException {
        remove(name);
        force(path);
    }

    /** Removes what was being written when the process died. */
    public void tidy() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(each -> each.toString().endsWith(NEW)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Length of a file of the session in bytes. */
    public long length(String name) throws IOException {
        return Files.size(file(name));
    }

    public Path file(String name) {
        return path.resolve(named(name));
    }

    /** Whether the samples are on this disk. */
    public boolean hasSamples() {
        return Files.exists(samples());
    }

    public boolean has(String name) {
        return Files.exists(file(name));
    }

    public Optional<byte[]> read(String name) throws IOException {
        Path file = file(name);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** Bytes of all files, and of the samples where they are elsewhere. */
    public long size() throws IOException {
        long here;
        try (Stream<Path> files = Files.list(path)) {
            here = files.mapToLong(file -> file.toFile().length()).sum();
        }
        if (Files.exists(samples())) {
            return here;
        }
        try (SampleLog log = showing(trim().kept()).read()) {
            return here + log.samplesSize();
        }
    }

    /**
     * Removes the session; its words first, so that half a removal is seen as such, then its name,
     * so that whoever still makes something beside it fails instead of making it anew.
     */
    public void delete() throws IOException {
        Files.deleteIfExists(path.resolve(WORDS));
        Path gone = path.resolveSibling(GONE + path.getFileName());
        Files.move(path, gone, StandardCopyOption.ATOMIC_MOVE);
        try (Stream<Path> files = Files.list(gone)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(gone);
    }

    static void force(Path directory) throws IOException {
        WholeFile.force(directory);
    }
}

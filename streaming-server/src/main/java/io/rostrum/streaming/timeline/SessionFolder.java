package io.rostrum.streaming.timeline;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.timeline.Reserve.SmallFiles;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
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

    /** What a folder may hold that has no words yet, or has them no more. */
    private static final Set<String> HALF =
            Set.of(
                    INIT,
                    TAKES,
                    LayerLog.NAME,
                    SampleLog.SAMPLES,
                    SampleLog.INDEX,
                    "vault.json",
                    "closed");

    /** Says that a session is private whose words could not be kept. */
    private static final String CLOSED = "closed";

    private static final String NEW = ".new";

    /** No id begins so. */
    private static final String GONE = ".gone-";

    private final Path path;

    private final Elsewhere elsewhere;
    private final SmallFiles small;
    private final Runnable onDamaged;

    /**
     * One session's folder.
     *
     * @param onDamaged once for each segment that the disk has damaged
     */
    SessionFolder(Path path, Elsewhere elsewhere, SmallFiles small, Runnable onDamaged) {
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
                    .allMatch(name -> name.endsWith(NEW) || HALF.contains(name));
        }
    }

    /** Bytes of the samples file; the MP4 download is built around it. */
    public Path samples() {
        return path.resolve(SampleLog.SAMPLES);
    }

    public SampleLog open(boolean writable) throws IOException {
        if (!writable && !Files.exists(samples())) {
            Id session = new Id(path.toFile().getName());
            return SampleLog.open(
                    path, (offset, length) -> elsewhere.read(session, offset, length), onDamaged);
        }
        SampleLog log = SampleLog.open(path, writable, onDamaged);
        if (writable) {
            force(path);
        }
        return log;
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

    /** What is shown above the picture, takes too. */
    public Layer layer() throws IOException {
        return Layer.of(takes(), LayerLog.read(path));
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
        WholeFile.write(path, name, bytes);
    }

    /** Begins a file that counts once it is kept, whole. */
    public Draft draft(String name) throws IOException {
        return new Draft(name);
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
        Files.deleteIfExists(path.resolve(name));
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
        return Files.size(path.resolve(name));
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /** Whether the samples are on this disk. */
    public boolean hasSamples() {
        return Files.exists(samples());
    }

    public boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    public Optional<byte[]> read(String name) throws IOException {
        Path file = path.resolve(name);
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
        try (SampleLog log = open(false)) {
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

package io.rostrum.streaming.timeline;

import io.rostrum.protocol.feed.Id;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where all sessions lie. One process at a time. Blocking. */
public final class DataDirectory implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DataDirectory.class.getName());
    private static final String GONE = "gone";

    /** Ends the name of an empty file that closes a channel. */
    public static final String CLOSED = ".closed";

    private final Path sessions;
    private final Path root;
    private final FileChannel lock;
    private final Reserve reserve;
    private final LongAdder damaged = new LongAdder();
    private volatile Elsewhere elsewhere = Elsewhere.none();

    private DataDirectory(Path root, FileChannel lock, DiskHealth health) {
        this.root = root;
        this.sessions = root.resolve("sessions");
        this.lock = lock;
        this.reserve = new Reserve(root, health);
        reserve.fill();
    }

    /**
     * Opens and locks the directory, making it where it is missing.
     *
     * @throws IOException with one line for the operator
     */
    public static DataDirectory open(Path root) throws IOException {
        return open(root, new DiskHealth());
    }

    /**
     * The same.
     *
     * @param health told when the disk is full
     */
    public static DataDirectory open(Path root, DiskHealth health) throws IOException {
        try {
            Files.createDirectories(root.resolve("sessions"));
            FileChannel lock =
                    FileChannel.open(
                            root.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (tryLock(lock) == null) {
                lock.close();
                throw new IOException(
                        "the data directory " + root + " is in use by another process");
            }
            SessionFolder.force(root);
            return new DataDirectory(root, lock, health);
        } catch (java.nio.file.FileSystemException e) {
            throw new IOException("the data directory " + root + " cannot be written: " + e, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** Says where samples are that are not here. Once, before anything is read. */
    public void elsewhere(Elsewhere place) {
        elsewhere = place;
    }

    public boolean exists(Id session) {
        return Files.exists(sessions.resolve(session.text()));
    }

    public SessionFolder folder(Id session) {
        return new SessionFolder(
                sessions.resolve(session.text()), elsewhere, reserve::write, damaged::increment);
    }

    public SessionFolder create(Session session) throws IOException {
        Path path = Files.createDirectory(sessions.resolve(session.id().text()));
        SessionFolder.force(sessions);
        SessionFolder folder =
                new SessionFolder(path, elsewhere, reserve::write, damaged::increment);
        try {
            folder.save(session);
        } catch (IOException e) {
            folder.delete(); // else its name is taken for ever
            throw e;
        }
        return folder;
    }

    /** A folder for a session that comes from elsewhere; it counts once it has words. */
    public SessionFolder create(Id session) throws IOException {
        Path path = sessions.resolve(session.text());
        Files.createDirectories(path);
        SessionFolder.force(sessions);
        return new SessionFolder(path, elsewhere, reserve::write, damaged::increment);
    }

    /** Notes that a session is to be removed elsewhere too. Durable when this returns. */
    public void markGone(Id session) throws IOException {
        Path gone = root.resolve(GONE);
        Files.createDirectories(gone);
        SessionFolder.force(root);
        reserve.write(gone, session.text(), new byte[0]);
        SessionFolder.force(gone);
    }

    public void unmarkGone(Id session) throws IOException {
        Files.deleteIfExists(root.resolve(GONE).resolve(session.text()));
    }

    /** The sessions that are to be removed elsewhere. */
    public List<Id> gone() throws IOException {
        Path gone = root.resolve(GONE);
        if (!Files.exists(gone)) {
            return List.of();
        }
        try (Stream<Path> names = Files.list(gone)) {
            return names.flatMap(path -> id(path).stream()).toList();
        }
    }

    /** All folders, those without words too; what others left here is left alone. */
    public List<SessionFolder> folders() throws IOException {
        List<SessionFolder> all = new ArrayList<>();
        try (Stream<Path> paths = Files.list(sessions)) {
            paths.filter(Files::isDirectory)
                    .filter(path -> SessionFolder.isGone(path) || id(path).isPresent())
                    .forEach(path ->
                            all.add(
                                    new SessionFolder(
                                            path, elsewhere, reserve::write, damaged::increment)));
        }
        return all;
    }

    /** Where it is kept who may watch which channel. */
    public Path access() throws IOException {
        Path access = root.resolve("access");
        if (!Files.isDirectory(access)) {
            Files.createDirectory(access);
            SessionFolder.force(root);
        }
        return access;
    }

    /** Keeps who may watch a channel, on a full disk too as long as the reserve lasts. */
    public void saveAccess(Id channel, JsonObject access) throws IOException {
        reserve.write(access(), channel + ".json", access.toBuffer().getBytes());
        Files.deleteIfExists(access().resolve(channel + CLOSED));
    }

    /** Notes that nobody may watch a channel, in no space at all; whether that could be done. */
    public boolean close(Id channel) {
        try {
            return Reserve.mark(access(), channel + CLOSED);
        } catch (IOException e) {
            return false;
        }
    }

    /** What holds room free for small writes. */
    public Reserve reserve() {
        return reserve;
    }

    /** The id that a file is named after; nothing where a stranger left it. */
    private static Optional<Id> id(Path path) {
        Optional<Id> id = Id.parse(path.toFile().getName());
        if (id.isEmpty()) {
            LOG.log(Level.WARNING, path + " is none of ours, and left alone");
        }
        return id;
    }

    /** Where announcements lie. */
    public Path announcements() {
        return root.resolve("announcements");
    }

    /** Bytes that the file system still has for us. */
    public long free() throws IOException {
        try {
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException unnamed) {
            return freeOfUnnamed(unnamed);
        }
    }

    /**
     * In a changed root the folder's mount point may have no name; its space can be asked all the
     * same.
     */
    private long freeOfUnnamed(IOException unnamed) throws IOException {
        long free = root.toFile().getUsableSpace();
        if (free == 0) { // also what is said where nobody knows: then nothing must be swept for it
            throw unnamed;
        }
        return free;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** Segments of which the disk has damaged something, as far as anybody has read them. */
    public long damaged() {
        return damaged.sum();
    }
}

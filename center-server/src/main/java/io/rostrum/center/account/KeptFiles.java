package io.rostrum.center.account;

import io.rostrum.protocol.signal.ChatState;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What hosts decided, in one small file for each room that is not as it was new. All calls block.
 */
public final class KeptFiles {
    private static final System.Logger LOG = System.getLogger(KeptFiles.class.getName());
    private static final String DRAFT = "~";

    /** Returns once what a file or folder holds would survive a loss of power. */
    interface Disk {
        void force(Path what) throws IOException;
    }

    private final Path folder;
    private final Disk disk;

    public KeptFiles(Path folder) {
        this(folder, KeptFiles::force);
    }

    KeptFiles(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    private static void force(Path what) throws IOException {
        try (FileChannel open = FileChannel.open(what, StandardOpenOption.READ)) {
            open.force(true);
        }
    }

    /**
     * What was kept of the room of that id. What cannot be read counts as a closed door: a host
     * opens it again with one press, and nobody comes in whom he kept out.
     */
    public Kept read(String room) {
        try {
            JsonObject json = new JsonObject(Files.readString(folder.resolve(room)));
            return new Kept(
                    json.getBoolean("locked", false),
                    json.getBoolean("closed", false),
                    json.getBoolean("enterMuted", false),
                    new ChatState(
                            json.getBoolean("chatOpen", true), json.getBoolean("chatKept", true)));
        } catch (NoSuchFileException e) {
            return Kept.NOTHING;
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the door of {0} is closed: {1}", room, e);
            return new Kept(false, true, false, ChatState.OPEN);
        }
    }

    /** The room is no more. */
    public void remove(String room) throws IOException {
        if (Files.deleteIfExists(folder.resolve(room))) {
            disk.force(folder);
        }
    }

    /**
     * Removes what belongs to no room, as it stays where a server dies while a room ends. What
     * cannot be removed is said in the log, and tried again by the next server.
     */
    public void sweep(Predicate<String> known) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!known.test(String.valueOf(file.getFileName()))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "what rooms of before left was not removed", e);
        }
    }

    /** There once this returns, whatever happens to the machine: the old one, or the new. */
    public void write(String room, Kept kept) throws IOException {
        if (kept.equals(Kept.NOTHING)) {
            remove(room);
            return;
        }
        Files.createDirectories(folder);
        Path draft = folder.resolve(room + DRAFT);
        Files.writeString(
                draft,
                new JsonObject()
                        .put("locked", kept.locked())
                        .put("closed", kept.closed())
                        .put("enterMuted", kept.enterMuted())
                        .put("chatOpen", kept.chat().open())
                        .put("chatKept", kept.chat().kept())
                        .encode());
        disk.force(draft); // else a name may stand on the disk before what it names
        Files.move(draft, folder.resolve(room), StandardCopyOption.ATOMIC_MOVE);
        disk.force(folder);
    }
}

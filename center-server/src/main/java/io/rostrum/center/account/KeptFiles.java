package io.rostrum.center.account;

import io.rostrum.protocol.signal.ChatState;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What hosts decided, in one small file for each room that is not as it was new. All calls block.
 */
public final class KeptFiles {
    private static final System.Logger LOG = System.getLogger(KeptFiles.class.getName());
    private static final String DRAFT = "~";

    private final Path folder;

    public KeptFiles(Path folder) {
        this.folder = folder;
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
        Files.deleteIfExists(folder.resolve(room));
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

    public void write(String room, Kept kept) throws IOException {
        Path file = folder.resolve(room);
        if (kept.equals(Kept.NOTHING)) {
            Files.deleteIfExists(file);
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
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}

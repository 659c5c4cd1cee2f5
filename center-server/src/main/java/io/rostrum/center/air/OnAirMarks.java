package io.rostrum.center.air;

import io.rostrum.center.room.Studio;
import io.rostrum.protocol.feed.Id;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Remembers in a folder what is on air, so that a server that was killed knows afterwards which
 * programs nobody ended. A file's time says when its server was last alive. All calls block.
 */
final class OnAirMarks {
    private static final char BETWEEN = '.';
    private static final String DRAFT = "~";
    private static final System.Logger LOG = System.getLogger(OnAirMarks.class.getName());

    private final Path folder;
    private final InstantSource clock;

    OnAirMarks(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    static String fileName(Id room, String session) {
        return room.text() + BETWEEN + session;
    }

    /** On the disk once this returns: the old mark or the new one, never half of it. */
    void put(Mark mark) throws IOException {
        Files.createDirectories(folder);
        Path draft = folder.resolve(mark.fileName() + DRAFT);
        try (FileChannel out =
                FileChannel.open(
                        draft,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(json(mark).encode());
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.setLastModifiedTime(draft, FileTime.from(clock.instant()));
        Files.move(draft, folder.resolve(mark.fileName()), StandardCopyOption.ATOMIC_MOVE);
        sync();
    }

    private static JsonObject json(Mark mark) {
        return new JsonObject()
                .put("title", mark.program().title())
                .put("host", mark.program().host())
                .put("since", mark.program().since().toString())
                .put("locked", mark.program().locked())
                .put("stopped", mark.stopped());
    }

    void remove(Mark mark) throws IOException {
        if (Files.deleteIfExists(folder.resolve(mark.fileName()))) {
            sync();
        }
    }

    /** Names too must be on the disk. */
    private void sync() throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Its server is alive now. */
    void touch(String fileName) throws IOException {
        try {
            Files.setLastModifiedTime(folder.resolve(fileName), FileTime.from(clock.instant()));
        } catch (NoSuchFileException ended) {
            LOG.log(System.Logger.Level.DEBUG, "{0} has ended", fileName);
        }
    }

    List<Mark> all() throws IOException {
        List<Mark> marks = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    mark(file).ifPresent(marks::add);
                }
            }
        }
        return marks;
    }

    private static Optional<Mark> mark(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        int between = name.indexOf(BETWEEN);
        Optional<Id> room = Id.parse(between < 0 ? "" : name.substring(0, between));
        Optional<Id> session = Id.parse(name.substring(between + 1));
        return room.isPresent() && session.isPresent()
                ? read(file, room.get(), session.get())
                : Optional.empty();
    }

    private static Optional<Mark> read(Path file, Id room, Id session) throws IOException {
        try {
            JsonObject json = new JsonObject(Files.readString(file));
            Studio.Left program =
                    new Studio.Left(
                            session.text(),
                            Objects.requireNonNull(json.getString("title")),
                            Objects.requireNonNull(json.getString("host")),
                            Objects.requireNonNull(json.getInstant("since")),
                            json.getBoolean("locked", false));
            return Optional.of(
                    new Mark(
                            room,
                            program,
                            json.getBoolean("stopped", false),
                            Files.getLastModifiedTime(file).toInstant()));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "{0} is no mark of ours: {1}", file, e);
            return Optional.empty();
        }
    }
}

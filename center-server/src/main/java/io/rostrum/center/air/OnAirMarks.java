package io.rostrum.center.air;

import io.rostrum.center.room.Studio;
import io.rostrum.protocol.feed.Id;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Remembers in a folder what is on air, so that a server that was killed knows afterwards which
 * programs nobody ended. All calls block.
 */
public final class OnAirMarks {
    private static final char BETWEEN = '.';
    private static final String DRAFT = "~";
    private static final System.Logger LOG = System.getLogger(OnAirMarks.class.getName());

    private final Path folder;

    /** What was on air. */
    public record Mark(Id room, Studio.Left program) {
        private String fileName() {
            return room.text() + BETWEEN + program.session();
        }
    }

    public OnAirMarks(Path folder) {
        this.folder = folder;
    }

    void put(Mark mark) throws IOException {
        Files.createDirectories(folder);
        Path draft = folder.resolve(mark.fileName() + DRAFT);
        Files.writeString(
                draft,
                new JsonObject()
                        .put("title", mark.program.title())
                        .put("host", mark.program.host())
                        .put("since", mark.program.since().toString())
                        .put("locked", mark.program.locked())
                        .encode());
        Files.move(draft, folder.resolve(mark.fileName()), StandardCopyOption.ATOMIC_MOVE);
    }

    void remove(Mark mark) throws IOException {
        Files.deleteIfExists(folder.resolve(mark.fileName()));
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
                ? read(file, session.get()).map(program -> new Mark(room.get(), program))
                : Optional.empty();
    }

    private static Optional<Studio.Left> read(Path file, Id session) throws IOException {
        try {
            JsonObject json = new JsonObject(Files.readString(file));
            return Optional.of(
                    new Studio.Left(
                            session.text(),
                            Objects.requireNonNull(json.getString("title")),
                            Objects.requireNonNull(json.getString("host")),
                            Objects.requireNonNull(json.getInstant("since")),
                            json.getBoolean("locked", false)));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "{0} is no mark of ours: {1}", file, e);
            return Optional.empty();
        }
    }
}

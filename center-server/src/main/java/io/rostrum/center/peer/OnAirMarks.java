package io.rostrum.center.peer;

import io.rostrum.protocol.feed.Id;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Remembers in a folder what is on air, so that a server that was killed knows afterwards whose
 * programs nobody ends. All calls block.
 */
public final class OnAirMarks {
    private static final char BETWEEN = '.';

    private final Path folder;

    /** What was on air. */
    public record Mark(Id room, Id session) {
        private String fileName() {
            return room.text() + BETWEEN + session.text();
        }
    }

    public OnAirMarks(Path folder) {
        this.folder = folder;
    }

    void put(Mark mark) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(mark.fileName()), new byte[0]);
    }

    void remove(Mark mark) throws IOException {
        Files.deleteIfExists(folder.resolve(mark.fileName()));
    }

    List<Mark> all() throws IOException {
        List<Mark> marks = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    mark(String.valueOf(file.getFileName())).ifPresent(marks::add);
                }
            }
        }
        return marks;
    }

    private static Optional<Mark> mark(String fileName) {
        int between = fileName.indexOf(BETWEEN);
        if (between < 0) {
            return Optional.empty();
        }
        Optional<Id> room = Id.parse(fileName.substring(0, between));
        Optional<Id> session = Id.parse(fileName.substring(between + 1));
        return room.isPresent() && session.isPresent()
                ? Optional.of(new Mark(room.get(), session.get()))
                : Optional.empty();
    }
}

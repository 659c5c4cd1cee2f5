package io.rostrum.center.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The rooms in one JSON file, which is either the old one or the new one at any time. */
public final class RoomFile {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;

    /** What stands in the file. */
    record Content(int version, List<RoomRecord> rooms) {}

    public RoomFile(Path directory) {
        file = directory.resolve("rooms.json");
    }

    List<RoomRecord> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return JSON.readValue(Files.readAllBytes(file), Content.class).rooms();
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is not a list of rooms: " + e.getOriginalMessage(), e);
        }
    }

    void write(List<RoomRecord> rooms) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path draft = file.resolveSibling("rooms.json.new");
        if (directory != null) {
            Files.createDirectories(directory);
        }
        try (FileChannel out =
                FileChannel.open(
                        draft,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(new Content(1, rooms)));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        if (directory != null) {
            sync(directory);
        }
    }

    /** The new name must be on the disk too. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}

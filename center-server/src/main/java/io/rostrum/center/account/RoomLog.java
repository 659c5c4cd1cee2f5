package io.rostrum.center.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rostrum.center.account.KeptRooms.KeptRoom;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What became of rooms, one line for each event, written behind the last one: {@code rooms.log}.
 *
 * <p>A line is its checksum (CRC-32, eight hexadecimal digits), a space, and JSON. A kill in the
 * middle leaves a line without an end, which nobody was told of: it is cut off. What else cannot be
 * read is said and skipped, and a copy of the file is kept. Blocking; confined to one thread at a
 * time by its owner.
 */
final class RoomLog {
    private static final System.Logger LOG = System.getLogger(RoomLog.class.getName());
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final int CHECKSUM = 8;

    /** Lines beyond twice the rooms before it is written anew. */
    private static final int SPARE_LINES = 1000;

    private final Path file;
    private @Nullable FileChannel channel;
    private long length;
    private long lines;

    /** One line; what it says is what is not null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            @Nullable RoomRecord made,
            @Nullable String used,
            @Nullable String ended,
            @Nullable String on) {
        static Entry made(RoomRecord room, LocalDate day) {
            return new Entry(room, null, null, day.toString());
        }

        static Entry used(String id, LocalDate day) {
            return new Entry(null, id, null, day.toString());
        }

        static Entry ended(String id) {
            return new Entry(null, null, id, null);
        }
    }

    RoomLog(Path directory) {
        file = directory.resolve("rooms.log");
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Whether a copy of a file lies here of which not every line could be read. */
    boolean damagedExists() {
        return Files.exists(damagedFile());
    }

    private Path damagedFile() {
        return file.resolveSibling("rooms.log.damaged");
    }

    /** Reads what was kept into those rooms. */
    void read(KeptRooms rooms) throws IOException {
        byte[] bytes = exists() ? Files.readAllBytes(file) : new byte[0];
        int from = 0;
        boolean damaged = false;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                lines++;
                damaged |= !take(new String(bytes, from, at - from, StandardCharsets.UTF_8), rooms);
                from = at + 1;
            }
        }
        length = from;
        if (damaged) {
            Files.copy(file, damagedFile(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private boolean take(String line, KeptRooms rooms) {
        try {
            String json = line.substring(Math.min(line.length(), CHECKSUM + 1));
            if (!line.startsWith(checksum(json) + " ")) {
                throw new IllegalArgumentException("its checksum is wrong");
            }
            apply(JSON.readValue(json, Entry.class), rooms);
            return true;
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            LOG.log(Level.ERROR, "{0}, line {1} is skipped: {2}", file, lines, e.getMessage());
            return false;
        }
    }

    private static void apply(Entry entry, KeptRooms rooms) {
        LocalDate day = entry.on() == null ? LocalDate.EPOCH : LocalDate.parse(entry.on());
        if (entry.made() != null) {
            rooms.put(new KeptRoom(entry.made(), day));
        } else if (entry.used() != null) {
            rooms.used(entry.used(), day);
        } else if (entry.ended() != null) {
            rooms.remove(entry.ended());
        }
    }

    /** Durable when this returns; nothing has changed where it fails. */
    void append(Entry entry) throws IOException {
        FileChannel out = channel();
        ByteBuffer bytes = ByteBuffer.wrap(line(entry));
        int count = bytes.remaining();
        out.truncate(length); // what a failed write left
        out.position(length);
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        out.force(false);
        length += count;
        lines++;
    }

    private FileChannel channel() throws IOException {
        FileChannel open = channel;
        if (open == null || !open.isOpen()) {
            Path directory = directory();
            Files.createDirectories(directory);
            open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            sync(directory);
            channel = open;
        }
        return open;
    }

    private static byte[] line(Entry entry) throws IOException {
        String json = JSON.writeValueAsString(entry);
        return (checksum(json) + " " + json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String checksum(String json) {
        CRC32 crc = new CRC32();
        crc.update(json.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(crc.getValue(), CHECKSUM);
    }

    /** Writes it anew once most of its lines are history. */
    void compactIfLong(KeptRooms rooms) throws IOException {
        if (lines > 2L * rooms.size() + SPARE_LINES) {
            rewrite(rooms);
        }
    }

    /** The old file or the new one at any time. */
    void rewrite(KeptRooms rooms) throws IOException {
        Path directory = directory();
        Files.createDirectories(directory);
        RoomLog fresh = new RoomLog(directory, "rooms.log.new");
        Files.deleteIfExists(fresh.file);
        fresh.writeAll(rooms);
        close();
        Files.move(fresh.file, file, StandardCopyOption.ATOMIC_MOVE);
        length = fresh.length; // it is the file from here on, whatever the disk says of its name
        lines = fresh.lines;
        sync(directory);
    }

    private RoomLog(Path directory, String name) {
        file = directory.resolve(name);
    }

    private void writeAll(KeptRooms rooms) throws IOException {
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (KeptRoom kept : rooms.all()) {
                ByteBuffer bytes = ByteBuffer.wrap(line(Entry.made(kept.room(), kept.usedOn())));
                length += bytes.remaining();
                lines++;
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
    }

    private Path directory() {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IllegalStateException("a file lies in a folder: " + file);
        }
        return directory;
    }

    /** The new name must be on the disk too. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    void close() throws IOException {
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }
}

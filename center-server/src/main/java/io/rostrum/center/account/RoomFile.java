package io.rostrum.center.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rostrum.center.account.KeptRooms.KeptRoom;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;

/** {@code rooms.json}, in which servers before this one kept all rooms; it is read once. */
final class RoomFile {
    private static final System.Logger LOG = System.getLogger(RoomFile.class.getName());
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Path file;

    RoomFile(Path directory) {
        file = directory.resolve("rooms.json");
    }

    boolean exists() {
        return Files.exists(file);
    }

    /**
     * Reads the rooms, as used on that day.
     *
     * @throws IOException where it is no list of rooms
     */
    void read(KeptRooms rooms, LocalDate day) throws IOException {
        JsonNode list = list();
        for (JsonNode each : list) {
            try {
                rooms.put(new KeptRoom(JSON.treeToValue(each, RoomRecord.class), day));
            } catch (JsonProcessingException e) {
                LOG.log(
                        Level.ERROR,
                        "{0}: room {1} is skipped: {2}",
                        file,
                        each.path("id").asText("without id"),
                        e.getOriginalMessage());
            }
        }
    }

    private JsonNode list() throws IOException {
        try {
            JsonNode list = JSON.readTree(Files.readAllBytes(file)).path("rooms");
            if (!list.isArray()) {
                throw new IOException(file + " is not a list of rooms");
            }
            return list;
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is not a list of rooms: " + e.getOriginalMessage(), e);
        }
    }

    /** Out of the way, for who wants to go back. */
    void retire() throws IOException {
        Files.move(
                file,
                file.resolveSibling("rooms.json.before"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}

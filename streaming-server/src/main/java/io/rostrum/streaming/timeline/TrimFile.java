package io.rostrum.streaming.timeline;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where it is kept what is shown of a recording. Blocking. */
final class TrimFile {
    static final String NAME = "trim.json";

    private TrimFile() {}

    /**
     * What is kept there; nothing is cut where there is no such file.
     *
     * @throws IOException where it cannot be read: then nothing may be shown
     */
    static Trim read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        try {
            return Trim.of(new JsonObject(Files.readString(file)));
        } catch (NoSuchFileException untouched) {
            return Trim.NONE;
        } catch (RuntimeException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static byte[] bytes(Trim trim) {
        return trim.toJson().toBuffer().getBytes();
    }
}

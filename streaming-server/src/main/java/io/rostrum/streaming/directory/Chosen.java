package io.rostrum.streaming.directory;

import io.rostrum.streaming.timeline.SessionFolder;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The picture that a host chose for a recording, as it is kept beside it.
 *
 * @param revision tells it from the ones before; not 0
 * @param at of which moment it is, in 1/90000 s since the session began; null for one that he sent
 * @param thumbnail JPEG
 * @param poster JPEG, larger
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Chosen(long revision, @Nullable Long at, byte[] thumbnail, byte[] poster) {
    /** What is kept of the host's choice; nothing where he made none. Blocking. */
    public static Optional<Chosen> read(SessionFolder folder) throws IOException {
        try {
            return folder.read(SessionFolder.PICTURE).map(Chosen::of);
        } catch (RuntimeException e) {
            throw new IOException(folder.path() + " has a picture that cannot be read", e);
        }
    }

    private static Chosen of(byte[] kept) {
        JsonObject json = new JsonObject(new String(kept, StandardCharsets.UTF_8));
        return new Chosen(
                json.getLong("revision"),
                json.getLong("at"),
                json.getBinary("thumbnail"),
                json.getBinary("poster"));
    }

    /** The form that is kept. */
    public byte[] bytes() {
        return new JsonObject()
                .put("revision", revision)
                .put("at", at)
                .put("thumbnail", thumbnail)
                .put("poster", poster)
                .toBuffer()
                .getBytes();
    }
}

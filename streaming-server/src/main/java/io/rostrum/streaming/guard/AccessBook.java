package io.rostrum.streaming.guard;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.AccessChange;
import io.rostrum.streaming.access.ChannelAccess;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.timeline.DataDirectory;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** How each channel may be watched, kept on disk. Any thread; what writes is blocking. */
public final class AccessBook {
    private static final String ENDING = ".json";

    private final DataDirectory data;
    private final Map<Id, ChannelAccess> all = new ConcurrentHashMap<>();

    public AccessBook(DataDirectory data) {
        this.data = data;
    }

    /**
     * Reads what was kept. Blocking, once, at the start.
     *
     * @throws IOException where a channel's access cannot be read: nobody may see more than its
     *     host said
     */
    public void load() throws IOException {
        try (Stream<Path> files = Files.list(data.access())) {
            for (Path file : files.filter(AccessBook::kept).toList()) {
                String name = file.getFileName().toString();
                Id channel = new Id(name.substring(0, name.length() - ENDING.length()));
                all.put(channel, read(file));
            }
        }
    }

    private static boolean kept(Path file) {
        return file.getFileName().toString().endsWith(ENDING);
    }

    private static ChannelAccess read(Path file) throws IOException {
        try {
            return ChannelAccess.of(new JsonObject(Files.readString(file)));
        } catch (RuntimeException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    public ChannelAccess of(Id channel) {
        return all.getOrDefault(channel, ChannelAccess.OPEN);
    }

    public Visibility visibility(Id channel) {
        return of(channel).visibility();
    }

    /** Changes a channel's access; it survives the process once this returns. Blocking. */
    synchronized ChannelAccess change(Id channel, AccessChange change) throws IOException {
        ChannelAccess next = of(channel).changed(change);
        data.saveAccess(channel, next.toJson());
        all.put(channel, next);
        return next;
    }
}

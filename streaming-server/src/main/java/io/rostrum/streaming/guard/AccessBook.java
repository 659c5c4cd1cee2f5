package io.rostrum.streaming.guard;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.access.AccessChange;
import io.rostrum.streaming.access.ChannelAccess;
import io.rostrum.streaming.access.Visibility;
import io.rostrum.streaming.timeline.DataDirectory;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** How each channel may be watched, kept on disk. Any thread; what writes is blocking. */
public final class AccessBook {
    private static final System.Logger LOG = System.getLogger(AccessBook.class.getName());
    private static final String ENDING = ".json";

    private final DataDirectory data;
    private final Map<Id, ChannelAccess> all = new ConcurrentHashMap<>();
    private final Set<Id> unkept = ConcurrentHashMap.newKeySet();

    public AccessBook(DataDirectory data) {
        this.data = data;
    }

    /**
     * Reads what was kept. A channel whose access cannot be read is closed: nobody may see more
     * than its host said. Blocking, once, at the start.
     */
    public void load() throws IOException {
        try (Stream<Path> files = Files.list(data.access())) {
            files.filter(file -> named(file, ENDING)).forEach(this::read);
        }
        try (Stream<Path> files = Files.list(data.access())) {
            files.filter(file -> named(file, DataDirectory.CLOSED))
                    .forEach(file -> id(file, DataDirectory.CLOSED).ifPresent(this::close));
        }
    }

    private static boolean named(Path file, String ending) {
        return file.getFileName().toString().endsWith(ending);
    }

    private static Optional<Id> id(Path file, String ending) {
        String name = file.getFileName().toString();
        Optional<Id> id = Id.parse(name.substring(0, name.length() - ending.length()));
        if (id.isEmpty()) {
            LOG.log(Level.WARNING, file + " is none of ours, and left alone");
        }
        return id;
    }

    private void read(Path file) {
        id(file, ENDING)
                .ifPresent(channel -> {
                    try {
                        all.put(channel, ChannelAccess.of(new JsonObject(Files.readString(file))));
                    } catch (IOException | RuntimeException e) {
                        LOG.log(Level.ERROR, file + " cannot be read: " + e.getMessage());
                        close(channel);
                    }
                });
    }

    private void close(Id channel) {
        LOG.log(Level.WARNING, "channel {0} is closed until its host says who may watch", channel);
        all.put(channel, of(channel).closed());
    }

    public ChannelAccess of(Id channel) {
        return all.getOrDefault(channel, ChannelAccess.OPEN);
    }

    public Visibility visibility(Id channel) {
        return of(channel).visibility();
    }

    /**
     * Changes a channel's access; it survives the process once this returns. Blocking.
     *
     * <p>What cannot be kept is not done, unless it closes the channel: that holds at once, and an
     * empty file closes it for everybody should the process end before there is room.
     *
     * @throws Unkept where it was closed, and could not be kept
     */
    synchronized ChannelAccess change(Id channel, AccessChange change) throws IOException {
        ChannelAccess next = of(channel).changed(change);
        try {
            keep(channel, next);
        } catch (IOException e) {
            if (next.visibility() != Visibility.PRIVATE) {
                throw e;
            }
            all.put(channel, next);
            unkept.add(channel);
            throw new Unkept(e, data.close(channel));
        }
        return next;
    }

    private void keep(Id channel, ChannelAccess next) throws IOException {
        data.saveAccess(channel, next.toJson());
        all.put(channel, next);
        unkept.remove(channel);
    }

    /** Whether something waits for room on the disk. */
    boolean owes() {
        return !unkept.isEmpty();
    }

    /** Keeps what could not be kept when it was said. Blocking. */
    synchronized void settle() {
        for (Id channel : unkept) {
            try {
                keep(channel, of(channel));
            } catch (IOException stillFull) {
                return;
            }
        }
    }

    /** A channel is closed now, but that could not be written down. */
    static final class Unkept extends IOException {
        private static final long serialVersionUID = 1;

        private final boolean marked;

        Unkept(IOException why, boolean marked) {
            super(why.getMessage(), why);
            this.marked = marked;
        }

        /** Whether it stays closed should the process end. */
        boolean marked() {
            return marked;
        }
    }
}

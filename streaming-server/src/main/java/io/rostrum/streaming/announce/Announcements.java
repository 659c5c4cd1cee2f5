package io.rostrum.streaming.announce;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.http.Problem;
import io.rostrum.streaming.http.Refusal;
import io.rostrum.streaming.timeline.Reserve.SmallFiles;
import io.rostrum.streaming.timeline.WholeFile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All announcements, each a file that is written whole or not at all. Reading: any thread; changing
 * blocks, one at a time.
 */
public final class Announcements {
    private static final System.Logger LOG = System.getLogger(Announcements.class.getName());

    private static final int MOST_OF_A_CHANNEL = 100;
    private static final String WORDS = ".json";
    private static final String PICTURE = ".jpg";

    /** How long after its end an announcement is kept. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Path folder;
    private final SmallFiles small;
    private final SecureRandom random = new SecureRandom();
    private final Map<Id, Announcement> all = new ConcurrentHashMap<>();

    /**
     * @param small writes words, on a full disk too if it can
     */
    public Announcements(Path folder, SmallFiles small) {
        this.folder = folder;
        this.small = small;
    }

    /** Finds what is on disk. Blocking, once, at the start. */
    public void load() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(WORDS)).forEach(this::load);
        }
    }

    private void load(Path file) {
        try {
            Announcement one = Announcement.of(new JsonObject(Files.readString(file)));
            all.put(one.id(), one);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, file + " is left alone: " + e.getMessage(), e);
        }
    }

    /** Those that are not over, the next first. */
    public List<Announcement> coming(Instant now) {
        return all.values().stream()
                .filter(one -> one.endsAt().isAfter(now))
                .sorted(
                        Comparator.comparing(Announcement::startsAt)
                                .thenComparing(one -> one.id().text()))
                .toList();
    }

    public Optional<Announcement> one(Id id) {
        return Optional.ofNullable(all.get(id));
    }

    synchronized Announcement add(Id channel, Draft draft, Instant now) throws IOException {
        long have = all.values().stream().filter(one -> one.channel().equals(channel)).count();
        if (have >= MOST_OF_A_CHANNEL) {
            throw new Refusal(
                    new Problem(
                            "too-many-announcements",
                            409,
                            "too many announcements",
                            "A channel has at most " + MOST_OF_A_CHANNEL + "; delete one first."));
        }
        Announcement one =
                new Announcement(freshId(), channel, "", "", "", now, Duration.ZERO, null, now, -1)
                        .changed(draft, now);
        return save(one);
    }

    synchronized Announcement change(Id id, Id channel, JsonObject news, Instant now)
            throws IOException {
        Announcement before = known(id, channel);
        Draft draft = Draft.read(news, before.draft());
        boolean moved = !draft.startsAt().equals(before.startsAt());
        return save(before.changed(moved ? draft.checked(now) : draft, now));
    }

    /**
     * @param jpeg null takes the picture away
     */
    synchronized Announcement picture(Id id, Id channel, byte @Nullable [] jpeg, Instant now)
            throws IOException {
        Announcement before = known(id, channel);
        if (jpeg == null) {
            Announcement after = save(before.pictured(null, now));
            Files.deleteIfExists(file(id, PICTURE));
            return after;
        }
        WholeFile.write(folder, id + PICTURE, jpeg);
        return save(before.pictured(Long.toString(now.toEpochMilli(), 36), now));
    }

    /** The bytes of its picture. Blocking. */
    Optional<byte[]> picture(Id id) throws IOException {
        Announcement one = all.get(id);
        return one == null || one.picture() == null
                ? Optional.empty()
                : Optional.of(Files.readAllBytes(file(id, PICTURE)));
    }

    synchronized void delete(Id id, Id channel) throws IOException {
        delete(known(id, channel));
    }

    /** Removes what is long over. Blocking. */
    public synchronized void sweep(Instant now) throws IOException {
        for (Announcement one : List.copyOf(all.values())) {
            if (one.endsAt().plus(KEPT).isBefore(now)) {
                delete(one);
            }
        }
    }

    private void delete(Announcement one) throws IOException {
        Files.deleteIfExists(file(one.id(), WORDS));
        Files.deleteIfExists(file(one.id(), PICTURE));
        WholeFile.force(folder);
        all.remove(one.id());
    }

    Announcement known(Id id, Id channel) {
        Announcement one = all.get(id);
        if (one == null || !one.channel().equals(channel)) {
            throw unknown(id);
        }
        return one;
    }

    static Refusal unknown(Id id) {
        return new Refusal(Problem.unknownAnnouncement(id.text()));
    }

    private Announcement save(Announcement one) throws IOException {
        small.write(folder, one.id() + WORDS, one.toJson().toBuffer().getBytes());
        all.put(one.id(), one);
        return one;
    }

    private Path file(Id id, String ending) {
        return folder.resolve(id + ending);
    }

    private Id freshId() {
        byte[] bytes = new byte[9];
        random.nextBytes(bytes);
        return new Id(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}

package io.rostrum.streaming.vault;

import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.config.S3Config;
import io.rostrum.streaming.directory.Recording;
import io.rostrum.streaming.directory.Recordings;
import io.rostrum.streaming.live.Live;
import io.rostrum.streaming.timeline.DataDirectory;
import io.rostrum.streaming.timeline.Elsewhere;
import io.rostrum.streaming.timeline.Extent;
import io.rostrum.streaming.timeline.SampleLog;
import io.rostrum.streaming.timeline.Session;
import io.rostrum.streaming.timeline.SessionFolder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/**
 * Sends what is stored to the bucket, part by part while a program is on air; a bucket that is away
 * is asked again, and nobody waits for it. Any thread; the work is done on one worker.
 *
 * <p>The samples of a session are one object of many parts, which is there whole or not at all. Its
 * words follow, {@code session.json} last: a session counts in the bucket once that is there.
 */
public final class Vault implements Elsewhere, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Vault.class.getName());
    private static final String STATE = "vault.json";
    private static final String SAMPLES = "samples.log";
    private static final String WORDS = "session.json";

    /** What a session needs beside its samples; everything else can be made from them again. */
    private static final List<String> SMALL =
            List.of("init.mp4", "segments.idx", "takes.json", "layer.log");

    /** What a host may have added, and may take back. */
    private static final List<String> ADDED = List.of("trim.json", "chapters.json", "picture.json");

    private static final long AGAIN_NANOS = 5_000_000_000L;

    private final Bucket bucket;
    private final S3Config config;
    private final DataDirectory data;
    private final Recordings recordings;
    private final Executor worker;
    private final InstantSource clock;
    private final Consumer<Recording> dropped;
    private final Map<Id, Shipment> known = new ConcurrentHashMap<>();
    private final Map<Id, Told> told = new ConcurrentHashMap<>();

    /** Those whose samples are known to be gone from our disk, which is not asked again. */
    private final Set<Id> bare = ConcurrentHashMap.newKeySet();

    private final Set<Id> broken = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean closed;
    private volatile boolean away;
    private volatile long restUntil;
    private boolean restored;

    /**
     * @param worker one thread
     * @param dropped told of each recording whose samples left our disk
     */
    public Vault(
            S3Config config,
            DataDirectory data,
            Recordings recordings,
            Executor worker,
            InstantSource clock,
            Consumer<Recording> dropped) {
        this.bucket = new Bucket(config);
        this.config = config;
        this.data = data;
        this.recordings = recordings;
        this.worker = worker;
        this.clock = clock;
        this.dropped = dropped;
        this.restUntil = System.nanoTime();
        recordings.whenRemoved(this::forget);
    }

    @Override
    public byte[] read(Id session, long offset, int length) throws IOException {
        return bucket.read(session + "/" + SAMPLES, offset, length);
    }

    /** Whether the bucket could not be reached when it was asked last. */
    public boolean away() {
        return away;
    }

    /** Once a second. */
    public void tick(Collection<Live> live) {
        boolean rests = System.nanoTime() - restUntil < 0;
        if (!closed && !rests && working.compareAndSet(false, true)) {
            worker.execute(() -> work(live));
        }
    }

    private void work(Collection<Live> live) {
        try {
            restore();
            for (Live program : live) {
                each(program.session().id(), () -> send(program));
            }
            for (Recording recording : recordings.everything()) {
                each(recording.session().id(), () -> keep(recording));
            }
            for (Id gone : data.gone()) {
                remove(gone);
            }
            seen();
        } catch (IOException | RuntimeException e) {
            missed(e);
        } finally {
            working.set(false);
        }
    }

    /** What the bucket was told of a recording. */
    private record Told(Session words, int edits) {
        static Told of(Recording recording) {
            return new Told(recording.session(), recording.edits());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** What is wrong with one session, whatever it is, is no reason to leave the others. */
    private void each(Id id, Work work) throws IOException {
        try {
            work.run();
        } catch (BucketException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // a note that cannot be read is one, too
            boolean there = recordings.one(id).isPresent(); // else it just ended or was removed
            if (there && !closed && broken.add(id)) {
                LOG.log(Level.WARNING, "recording " + id + " cannot go to the bucket", e);
            }
        }
    }

    private void seen() {
        if (away) {
            LOG.log(Level.INFO, "the bucket is back");
        }
        away = false;
    }

    private void missed(Exception why) {
        if (!away && !closed) {
            LOG.log(Level.WARNING, "the bucket is asked again: " + why.getMessage());
            LOG.log(Level.DEBUG, "the bucket", why);
        }
        away = true;
        restUntil = System.nanoTime() + AGAIN_NANOS;
    }

    /** Sends the parts that are whole. */
    private void send(Live program) throws IOException {
        send(program.session().id(), program.stored(), false);
    }

    private Shipment send(Id id, SampleLog log, boolean ended) throws IOException {
        Shipment shipment = state(id);
        long there = log.samplesSize();
        while (!closed && !shipment.done() && more(shipment, there, ended)) {
            if (shipment.upload() == null) {
                shipment = save(id, shipment.begun(bucket.begin(key(id))));
            }
            int length = (int) Math.min(Shipment.PART, there - shipment.sent());
            byte[] part = log.bytes(shipment.sent(), length);
            shipment = save(id, shipment.with(put(id, shipment, part)));
        }
        return shipment;
    }

    private static boolean more(Shipment shipment, long there, boolean ended) {
        long rest = there - shipment.sent();
        return rest >= Shipment.PART || ended && rest > 0;
    }

    private String put(Id id, Shipment shipment, byte[] part) throws IOException {
        String upload = shipment.upload() == null ? "" : shipment.upload();
        try {
            return bucket.part(key(id), upload, shipment.tags().size() + 1, part);
        } catch (IOException e) {
            forgotten(id, e);
            throw e;
        }
    }

    /** Somebody tidied the bucket: it is begun again. */
    private void forgotten(Id id, IOException why) throws IOException {
        if (why.getCause() instanceof NoSuchUploadException) {
            save(id, Shipment.NONE);
        }
    }

    private void keep(Recording recording) throws IOException {
        Id id = recording.session().id();
        if (recording.trim().erasing()) {
            erase(recording);
            return; // what is left is kept next time
        }
        Shipment shipment = state(id);
        Told now = Told.of(recording);
        if (shipment.done() && now.equals(told.get(id))) {
            drop(recording);
            return;
        }
        if (!shipment.done()) {
            Extent kept = recording.trim().kept();
            try (SampleLog log = recording.folder().showing(kept).read()) {
                shipment = send(id, log, true);
                if (closed) {
                    return;
                }
                shipment = complete(id, shipment, log.samplesSize());
            }
        }
        long words = checksum(recording.folder());
        if (shipment.words() != words) {
            tell(recording.folder(), id);
            save(id, shipment.told(words));
        }
        told.put(id, now);
        drop(recording);
    }

    /**
     * What was cut out of a recording goes here, then there: its words in the bucket say so before
     * its samples there are others.
     */
    private void erase(Recording recording) throws IOException {
        Id id = recording.session().id();
        if (state(id).words() != 0) {
            tell(recording.folder(), id);
        }
        recordings.erase(
                recording,
                now -> {
                    bucket.abort(key(id));
                    save(id, Shipment.NONE);
                    bare.remove(id);
                });
    }

    private Shipment complete(Id id, Shipment shipment, long length) throws IOException {
        try {
            String upload = shipment.upload() == null ? "" : shipment.upload();
            bucket.complete(key(id), upload, shipment.tags());
        } catch (IOException e) {
            if (bucket.length(key(id)) != length) { // else we died before we had noted it
                forgotten(id, e);
                throw e;
            }
        }
        return save(id, shipment.completed());
    }

    private void tell(SessionFolder folder, Id id) throws IOException {
        for (String name : SMALL) {
            Optional<byte[]> bytes = folder.read(name);
            if (bytes.isPresent()) {
                bucket.write(id + "/" + name, bytes.get());
            }
        }
        for (String name : ADDED) {
            Optional<byte[]> bytes = folder.read(name);
            if (bytes.isPresent()) {
                bucket.write(id + "/" + name, bytes.get());
            } else {
                bucket.remove(id + "/" + name);
            }
        }
        bucket.write(
                id + "/" + WORDS,
                folder.read(WORDS).orElseThrow(() -> new IOException("it was removed")));
    }

    private static long checksum(SessionFolder folder) throws IOException {
        CRC32C crc = new CRC32C();
        for (String name : List.of(WORDS, "takes.json")) {
            folder.read(name).ifPresent(bytes -> crc.update(bytes, 0, bytes.length));
        }
        for (String name : ADDED) {
            byte[] bytes = folder.read(name).orElse(null);
            if (bytes != null) {
                crc.update(name.getBytes(StandardCharsets.UTF_8));
                crc.update(bytes);
            }
        }
        return crc.getValue() + 1;
    }

    /** Gives our disk free of what the bucket has. */
    private void drop(Recording recording) throws IOException {
        boolean due = recording.endedAt().plus(config.keepLocal()).isBefore(clock.instant());
        boolean made = recording.properties() != null;
        if (due && made && !bare.contains(recording.session().id())) {
            giveFree(recording);
        }
    }

    private void giveFree(Recording recording) throws IOException {
        Id id = recording.session().id();
        if (recording.folder().hasSamples()) {
            recording.folder().remove(SAMPLES);
            dropped.accept(recording);
            recordings.grew(id);
        }
        bare.add(id);
    }

    /** Gives the disk free of a recording, if the bucket has it. Any thread. */
    public boolean spare(Recording recording) {
        try {
            boolean there = state(recording.session().id()).done();
            if (there) {
                giveFree(recording);
            }
            return there;
        } catch (IOException e) {
            LOG.log(Level.WARNING, recording.session().id() + " stays on the disk", e);
            return false;
        }
    }

    /** Written down first: what is in the bucket goes even if we die or it is away. */
    private void forget(Recording recording) {
        try {
            known.remove(recording.session().id());
            told.remove(recording.session().id());
            bare.remove(recording.session().id());
            broken.remove(recording.session().id());
            data.markGone(recording.session().id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove(Id id) throws IOException {
        if (data.exists(id)) {
            return; // its files are just being removed
        }
        bucket.remove(id + "/" + WORDS); // first: half a removal is no recording
        bucket.abort(key(id));
        for (String key : bucket.list(id + "/")) {
            bucket.remove(key);
        }
        data.unmarkGone(id);
    }

    /** Takes back what the bucket has and our disk has not. Once, when the bucket is there. */
    private void restore() throws IOException {
        if (restored) {
            return;
        }
        List<Id> gone = data.gone();
        for (String key : bucket.list("")) {
            if (key.endsWith("/" + WORDS)) {
                Id id = Id.parse(key.substring(0, key.indexOf('/'))).orElse(null);
                if (id != null && !data.exists(id) && !gone.contains(id)) {
                    take(id);
                }
            }
        }
        restored = true;
    }

    private void take(Id id) throws IOException {
        try {
            restore(id);
        } catch (BucketException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "recording " + id + " cannot be taken from the bucket", e);
        }
    }

    private void restore(Id id) throws IOException {
        List<String> there = bucket.list(id + "/");
        byte[] words = bucket.read(id + "/" + WORDS);
        SessionFolder folder = data.create(id);
        try {
            List<String> names = new ArrayList<>(SMALL);
            names.addAll(ADDED);
            for (String name : names) {
                if (there.contains(id + "/" + name)) {
                    folder.write(name, bucket.read(id + "/" + name));
                }
            }
            folder.write(STATE, Shipment.NONE.completed().toJson().toBuffer().getBytes());
            folder.reconcile(bucket.length(key(id)));
            folder.write(WORDS, words); // last: it makes the folder count
        } catch (IOException e) {
            folder.delete();
            throw e;
        }
        recordings.adopt(folder);
        LOG.log(Level.INFO, "recording {0} is taken back from the bucket", id);
    }

    private Shipment state(Id id) throws IOException {
        Shipment cached = known.get(id);
        if (cached != null) {
            return cached;
        }
        Shipment read =
                data.folder(id)
                        .read(STATE)
                        .map(bytes -> Shipment.of(new JsonObject(Buffer.buffer(bytes))))
                        .orElse(Shipment.NONE);
        known.put(id, read);
        return read;
    }

    private Shipment save(Id id, Shipment shipment) throws IOException {
        data.folder(id).write(STATE, shipment.toJson().toBuffer().getBytes());
        known.put(id, shipment);
        return shipment;
    }

    private static String key(Id id) {
        return id + "/" + SAMPLES;
    }

    /** What is not sent is sent after the next start. */
    @Override
    public void close() {
        closed = true;
        bucket.close();
    }
}

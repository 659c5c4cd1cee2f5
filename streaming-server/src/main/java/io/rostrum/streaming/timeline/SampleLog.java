package io.rostrum.streaming.timeline;

import io.rostrum.protocol.cmaf.Sample;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ObjLongConsumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The samples of a session, appended segment by segment; a segment counts once it is committed.
 *
 * <p>Two files: the samples, and an index with one entry per committed segment, which is written
 * after the samples reached the disk. Whatever lies behind the last entry is cut off when the log
 * is opened. Writing: one caller at a time. Reading: any thread.
 */
public final class SampleLog implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SampleLog.class.getName());

    static final String SAMPLES = "samples.log";
    static final String INDEX = "segments.idx";

    /** Reads bytes of the samples file, which may be elsewhere. */
    interface Source {
        byte[] read(long offset, int length) throws IOException;
    }

    private final String name;
    private final Runnable onDamaged;
    private final Set<Long> damaged = ConcurrentHashMap.newKeySet();
    private final @Nullable FileChannel local;
    private final Source source;
    private final FileChannel index;
    private final List<Segment> segments = new CopyOnWriteArrayList<>();
    private CRC32C crc = new CRC32C();
    private long committed;
    private long written;
    private Excerpt excerpt = Excerpt.WHOLE;

    /** A write of the segment that is being received failed: it is not whole. */
    private boolean torn;

    private SampleLog(
            String name,
            @Nullable FileChannel local,
            Source source,
            FileChannel index,
            Runnable onDamaged) {
        this.onDamaged = onDamaged;
        this.name = name;
        this.local = local;
        this.source = source;
        this.index = index;
    }

    /**
     * Opens the log of a finished session for reading, as if there were nothing but those segments.
     *
     * @param elsewhere where the samples are if they are not here
     * @param onDamaged once for each segment that the disk has damaged
     */
    static SampleLog open(Path folder, Extent shown, Source elsewhere, Runnable onDamaged)
            throws IOException {
        boolean here = Files.exists(folder.resolve(SAMPLES));
        FileChannel samples =
                here ? FileChannel.open(folder.resolve(SAMPLES), StandardOpenOption.READ) : null;
        Source source =
                samples == null
                        ? elsewhere
                        : (offset, length) -> readFully(samples, offset, length);
        FileChannel index = FileChannel.open(folder.resolve(INDEX), StandardOpenOption.READ);
        SampleLog log = new SampleLog(folder.toString(), samples, source, index, onDamaged);
        log.recover(false);
        log.narrow(shown, TrimFile.read(folder)); // read after the file was opened: it tells of it
        return log;
    }

    private void narrow(Extent shown, Trim trim) throws IOException {
        if (shown.equals(Extent.ALL) && trim.equals(Trim.NONE)) {
            while (!segments.isEmpty() && local != null && !within(segments.getLast(), local)) {
                segments.removeLast();
            }
            return;
        }
        List<Segment> all = List.copyOf(segments);
        excerpt = Excerpt.of(all, shown, trim, local == null ? -1 : local.size());
        segments.clear();
        segments.addAll(shown.of(all).stream().map(excerpt::moved).toList());
    }

    /**
     * Opens the log of a session folder for writing and cuts off what was not committed.
     *
     * @param onDamaged once for each segment that the disk has damaged
     */
    static SampleLog open(Path folder, Runnable onDamaged) throws IOException {
        StandardOpenOption[] options = {
            StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE
        };
        FileChannel samples = FileChannel.open(folder.resolve(SAMPLES), options);
        FileChannel index = FileChannel.open(folder.resolve(INDEX), options);
        SampleLog log =
                new SampleLog(
                        folder.toString(),
                        samples,
                        (offset, length) -> readFully(samples, offset, length),
                        index,
                        onDamaged);
        log.recover(true);
        return log;
    }

    private void recover(boolean writable) throws IOException {
        byte[] entry = new byte[Segment.SIZE];
        long end = 0;
        for (long at = 0; at + Segment.SIZE <= index.size(); at += Segment.SIZE) {
            readFully(index, ByteBuffer.wrap(entry), at);
            Segment segment = Segment.read(entry).orElse(null);
            if (segment == null || writable && !within(segment, samples())) {
                break;
            }
            segments.add(segment);
            end = segment.offset() + segment.length();
        }
        while (writable && !segments.isEmpty() && !intact(segments.getLast())) {
            end = segments.removeLast().offset();
        }
        committed = end;
        written = end;
        if (writable) {
            samples().truncate(end);
            index.truncate((long) segments.size() * Segment.SIZE);
        }
    }

    private static boolean within(Segment segment, FileChannel samples) throws IOException {
        return segment.offset() + segment.length() <= samples.size();
    }

    private FileChannel samples() {
        return Objects.requireNonNull(local, "its samples are elsewhere");
    }

    private boolean intact(Segment segment) throws IOException {
        byte[] bytes = bytes(segment.offset(), segment.length());
        return Segment.checksum(bytes, bytes.length) == segment.checksum();
    }

    /** Committed segments in their order. */
    public List<Segment> segments() {
        return segments;
    }

    /** The number that the next segment has to have. */
    public long next() {
        return segments.isEmpty() ? 0 : segments.getLast().number() + 1;
    }

    /** Bytes on disk. */
    public long size() {
        return committed + (long) segments.size() * Segment.SIZE;
    }

    /** Length of the samples file, as far as it counts. */
    public long samplesSize() {
        List<Segment> now = segments;
        if (now.isEmpty()) {
            return 0;
        }
        Segment last = now.getLast();
        return last.offset() + last.length();
    }

    /**
     * Appends samples to the segment that is being received.
     *
     * @throws IOException also when that failed before; only a {@link #rollback} mends it
     */
    public void append(List<Sample> batch) throws IOException {
        checkWhole();
        torn = true;
        ByteBuffer out = ByteBuffer.allocate(batch.stream().mapToInt(Records::size).sum());
        batch.forEach(sample -> Records.write(out, sample));
        out.flip();
        crc.update(out.duplicate());
        while (out.hasRemaining()) {
            written += samples().write(out, written);
        }
        torn = false;
    }

    private void checkWhole() throws IOException {
        if (torn) {
            throw new IOException("a part of the segment could not be written");
        }
    }

    /**
     * Makes the segment that was received durable.
     *
     * @throws IOException also when a part of it could not be written
     */
    public Segment commit(long start, long end, Mark mark) throws IOException {
        checkWhole();
        samples().force(false);
        Segment segment =
                new Segment(
                        next(),
                        committed,
                        Math.toIntExact(written - committed),
                        start,
                        end,
                        mark,
                        (int) crc.getValue());
        ByteBuffer entry = segment.write();
        long at = (long) segments.size() * Segment.SIZE;
        while (entry.hasRemaining()) {
            at += index.write(entry, at);
        }
        index.force(false);
        segments.add(segment);
        committed = written;
        crc = new CRC32C();
        return segment;
    }

    /** Forgets the segment that was being received. */
    public void rollback() throws IOException {
        written = committed;
        torn = false;
        crc = new CRC32C();
        samples().truncate(committed);
        index.truncate((long) segments.size() * Segment.SIZE);
    }

    /**
     * Reads the samples of a committed segment; what was damaged on the disk since then is left
     * out, and said so.
     *
     * @param out is given each sample and the offset of its data in the samples file
     */
    public void read(Segment segment, ObjLongConsumer<Sample> out) throws IOException {
        byte[] bytes = bytes(segment.offset(), segment.length());
        ByteBuffer in = ByteBuffer.wrap(bytes);
        ObjLongConsumer<Sample> placed =
                (sample, at) ->
                        excerpt.moved(sample)
                                .ifPresent(moved -> out.accept(moved, segment.offset() + at));
        if (Segment.checksum(bytes, bytes.length) != segment.checksum()) {
            damaged(segment);
            Records.salvage(in, placed);
        } else if (!Records.read(in, placed)) {
            damaged(segment);
        }
    }

    /** Once for each segment, for it is read by every viewer. */
    private void damaged(Segment segment) {
        if (damaged.add(segment.number())) {
            onDamaged.run();
            LOG.log(
                    Level.WARNING,
                    "{0}: segment {1} was damaged on the disk; what is left of it is used",
                    name,
                    segment.number());
        }
    }

    /** Bytes of the samples file, as far as they count. */
    public byte[] bytes(long offset, int length) throws IOException {
        return source.read(excerpt.place(offset), length);
    }

    /** Where in the samples file the first of these segments begins, in bytes. */
    public long place() throws IOException {
        return excerpt.place(0);
    }

    /** When the first of these segments begins, in 1/90000 s since the session began. */
    public long begins() {
        return excerpt.begins();
    }

    private static byte[] readFully(FileChannel from, long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        readFully(from, ByteBuffer.wrap(bytes), offset);
        return bytes;
    }

    private static void readFully(FileChannel from, ByteBuffer into, long at) throws IOException {
        while (into.hasRemaining()) {
            int count = from.read(into, at + into.position());
            if (count < 0) {
                throw new EOFException("file ends before " + (at + into.limit()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (local != null) {
            local.close();
        }
        index.close();
    }
}

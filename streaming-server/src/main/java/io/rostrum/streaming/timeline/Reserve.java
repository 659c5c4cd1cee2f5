package io.rostrum.streaming.timeline;

import io.rostrum.streaming.http.NoSpace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Random;

/**
 * Room on the disk for small writes that must not fail, such as who may watch: a file that is given
 * up when the disk is full. Until it is there again no program takes samples, which would eat what
 * was given up. Blocking; any thread.
 */
public final class Reserve {
    static final int BYTES = 1 << 20;

    /** What is larger is no small write. */
    private static final int LARGEST = 64 << 10;

    private static final String NAME = "reserve";

    /** Who writes whole files. */
    public interface SmallFiles {
        /** Writes or replaces a file; durable once this returns. */
        void write(Path folder, String name, byte[] bytes) throws IOException;
    }

    private final Path root;
    private final DiskHealth health;
    private volatile boolean whole;

    Reserve(Path root, DiskHealth health) {
        this.root = root;
        this.health = health;
    }

    /** Whether there is room for small writes. */
    public boolean whole() {
        return whole;
    }

    /** Takes the room, if it is to be had and not taken yet. */
    public synchronized void fill() {
        if (whole) {
            return;
        }
        Path file = root.resolve(NAME);
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(unlike());
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
            whole = true;
        } catch (IOException full) {
            var _ = file.toFile().delete();
            health.failed("the disk has no room for a reserve: " + full.getMessage());
        }
    }

    /** Takes the room again where there is much more than that. */
    public void refill(long free) {
        if (!whole && free >= 4L * BYTES) {
            fill();
        }
    }

    /** A file system that packs what is alike keeps no room for zeros. */
    private static byte[] unlike() {
        byte[] bytes = new byte[BYTES];
        new Random(BYTES).nextBytes(bytes);
        return bytes;
    }

    /**
     * Writes or replaces a small file, at the cost of the reserve if need be; durable once this
     * returns.
     *
     * @throws NoSpace where the disk is full to its last byte
     */
    public void write(Path folder, String name, byte[] bytes) throws IOException {
        try {
            WholeFile.write(folder, name, bytes);
        } catch (IOException e) {
            if (!(e instanceof NoSpace) || bytes.length > LARGEST) {
                throw e;
            }
            giveUp(); // or somebody else has, just now: there is room then, too
            WholeFile.write(folder, name, bytes);
        }
    }

    private synchronized void giveUp() {
        if (whole) {
            whole = false;
            health.failed("the disk is full: its reserve is used for what must be kept");
            var _ = root.resolve(NAME).toFile().delete();
        }
    }

    /**
     * Whether a write failed for want of room. The words are those of the operating system, in its
     * user's language; so the disk is asked, too.
     *
     * @param wanted bytes
     */
    static boolean isFull(IOException why, Path folder, long wanted) {
        String words = String.valueOf(why.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("no space left")
                || words.contains("quota exceeded")
                || Files.isDirectory(folder) && folder.toFile().getUsableSpace() < wanted + LARGEST;
    }

    /** Makes an empty file, for which a full disk has room nearly always; whether it could. */
    static boolean mark(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            WholeFile.force(folder);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

package io.rostrum.streaming.timeline;

import io.rostrum.streaming.http.NoSpace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Files that are there whole or not at all, whatever happens to the process. Blocking. */
public final class WholeFile {
    /** Whoever writes the same file waits; others hardly ever. */
    private static final List<Object> TURNS = Stream.generate(Object::new).limit(64).toList();

    private WholeFile() {}

    /**
     * Writes or replaces a file; durable once this returns.
     *
     * <p>Two who write the same one, as a still picture that is asked for while it is being made,
     * do so in turn: they have one draft.
     */
    public static void write(Path folder, String name, byte[] bytes) throws IOException {
        Path fresh = folder.resolve(name + ".new");
        synchronized (TURNS.get(Math.floorMod(fresh.hashCode(), TURNS.size()))) {
            write(folder, fresh, name, bytes);
        }
    }

    private static void write(Path folder, Path fresh, String name, byte[] bytes)
            throws IOException {
        try {
            replace(fresh, folder.resolve(name), bytes);
        } catch (IOException e) {
            Files.deleteIfExists(fresh); // half a file takes room from others
            throw Reserve.isFull(e, folder, bytes.length)
                    ? new NoSpace("There is no room on the disk.", e)
                    : e;
        }
        force(folder);
    }

    private static void replace(Path fresh, Path file, byte[] bytes) throws IOException {
        try (FileChannel out =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** An entry of a directory is durable only once the directory itself was forced. */
    public static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}

package io.rostrum.center.main;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds a data directory for one server: a second one would go on with the programs that the first
 * has on air. The system lets go of it when the process ends, however that happens.
 */
final class DataLock implements AutoCloseable {
    private final FileChannel file;

    private DataLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Blocks only for the disk.
     *
     * @throws IOException with a sentence for the operator where another server has it
     */
    static DataLock take(Path directory) throws IOException {
        Files.createDirectories(directory);
        FileChannel file =
                FileChannel.open(
                        directory.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (isTaken(file)) {
            file.close();
            throw new IOException(
                    "Another center server uses " + directory + ": choose another by --data");
        }
        return new DataLock(file);
    }

    private static boolean isTaken(FileChannel file) throws IOException {
        try {
            return file.tryLock() == null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

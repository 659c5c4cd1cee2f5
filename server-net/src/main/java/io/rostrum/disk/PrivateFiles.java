package io.rostrum.disk;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Makes what this process writes readable by its own user only. */
public final class PrivateFiles {
    private static final System.Logger LOG = System.getLogger(PrivateFiles.class.getName());

    /** Neither group nor others: files are 0600, folders 0700. */
    private static final int MASK = 0077;

    private PrivateFiles() {}

    /**
     * From now on, for everything that this process makes, whatever the shell said: umask(2). And
     * the folder itself, so that what stands in it from before is closed too.
     *
     * @param data made where it is missing
     */
    public static void only(Path data) throws IOException {
        umask();
        Files.createDirectories(data);
        if (data.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @SuppressWarnings("restricted") // umask(2) takes and gives an int, nothing of ours can break
    private static void umask() {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> found = linker.defaultLookup().find("umask");
        if (found.isEmpty()) {
            LOG.log(Level.WARNING, "no umask here: close the data folder to others by hand");
            return;
        }
        MethodHandle umask =
                linker.downcallHandle(
                        found.get(),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            var _ = (int) umask.invokeExact(MASK);
        } catch (Throwable e) {
            throw new AssertionError("umask(2) never fails", e);
        }
    }
}

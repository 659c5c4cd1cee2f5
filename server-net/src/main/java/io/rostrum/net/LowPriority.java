package io.rostrum.net;

import java.lang.System.Logger.Level;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.ThreadFactory;

/**
 * Threads that take only what live sound and picture leave.
 *
 * <p>Java's own priorities do nothing on Linux. There setpriority(2) with 0 means the calling
 * thread, and the threads that a codec starts from it inherit it.
 */
public final class LowPriority {
    private static final System.Logger LOG = System.getLogger(LowPriority.class.getName());
    private static final int PRIO_PROCESS = 0;
    private static final int NICE = 15;

    private LowPriority() {}

    public static ThreadFactory threads(String name) {
        return task ->
                Thread.ofPlatform()
                        .name(name)
                        .daemon(true)
                        .unstarted(() -> {
                            lower();
                            task.run();
                        });
    }

    /** The calling thread steps back; where that is not known how, it stays as it is. */
    private static void lower() {
        try {
            int answer = (int) setPriority().invokeExact(PRIO_PROCESS, 0, NICE);
            LOG.log(Level.DEBUG, "setpriority: {0}", answer);
        } catch (Throwable e) {
            LOG.log(Level.DEBUG, "background work has the priority of all", e);
        }
    }

    @SuppressWarnings("restricted") // the program is started with native access
    private static MethodHandle setPriority() {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find("setpriority").orElseThrow(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT,
                        ValueLayout.JAVA_INT));
    }
}

package io.rostrum.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Sees what blocks on an event loop: sleeps, waits, locks that are taken, processes, files.
 *
 * <p>It changes the classes of the JDK for good, so it lives in a process of its own, see {@link
 * #ofProcess}. It tells and does not throw: what is tested goes on as it does elsewhere.
 */
public final class LoopWatch {
    private static final String TOLD = "blocked: ";
    private static final String FILES = "sun.nio.fs.UnixNativeDispatcher";
    private static final String CHANNELS = "sun.nio.ch.UnixFileDispatcherImpl";

    /** What does not count: the first use of a class, random numbers, a line of the log. */
    private static final List<String> BESIDE =
            List.of(
                    "java.lang.ClassLoader",
                    "jdk.internal.loader.",
                    "java.util.ServiceLoader",
                    "javax.xml.",
                    "sun.security.provider.NativePRNG",
                    "java.lang.System$Out");

    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final ThreadLocal<Boolean> looking = ThreadLocal.withInitial(() -> false);
    private volatile boolean open;

    private LoopWatch() {}

    /** Once in a process, before its first loop. */
    public static LoopWatch install() {
        LoopWatch watch = new LoopWatch();
        BlockHound.Builder builder = BlockHound.builder();
        for (BlockHoundIntegration each : ServiceLoader.load(BlockHoundIntegration.class)) {
            if (each.getClass().getName().startsWith("io.netty.")) {
                builder.with(each);
            }
        }
        addFiles(builder)
                .nonBlockingThreadPredicate(
                        known -> known.or(thread -> thread.getName().contains("eventloop")))
                .blockingMethodCallback(call -> watch.onCall(call.toString()))
                .install();
        return watch;
    }

    /** BlockHound itself knows java.io only. */
    private static BlockHound.Builder addFiles(BlockHound.Builder builder) {
        String file = "Ljava/io/FileDescriptor;";
        return builder.markAsBlocking(FILES, "open0", "(JII)I")
                .markAsBlocking(FILES, "opendir0", "(J)J")
                .markAsBlocking(FILES, "rename0", "(JJ)V")
                .markAsBlocking(FILES, "unlink0", "(J)V")
                .markAsBlocking(CHANNELS, "read0", "(" + file + "JI)I")
                .markAsBlocking(CHANNELS, "write0", "(" + file + "JI)I")
                .markAsBlocking(CHANNELS, "force0", "(" + file + "Z)I");
    }

    /** Looks while that runs, and not while servers start and stop. */
    public <T> T during(Callable<T> work) throws Exception {
        open = true;
        try {
            return work.call();
        } finally {
            open = false;
        }
    }

    /** Prints what was seen, for {@link #ofProcess}. */
    public void tell() {
        seen.forEach(each -> System.out.println(TOLD + each));
    }

    private void onCall(String call) {
        if (!open || looking.get()) {
            return;
        }
        looking.set(true);
        try {
            List<String> stack =
                    Stream.of(new Throwable().getStackTrace())
                            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                            .toList();
            if (stack.stream().noneMatch(LoopWatch::isBeside)) {
                seen.add(call.replace('#', '.') + " in " + ours(stack));
            }
        } finally {
            looking.set(false);
        }
    }

    private static boolean isBeside(String frame) {
        return frame.endsWith(".<clinit>") || BESIDE.stream().anyMatch(frame::startsWith);
    }

    private static String ours(List<String> stack) {
        return stack.stream()
                .filter(frame -> frame.startsWith("io.rostrum."))
                .filter(frame -> !frame.startsWith(LoopWatch.class.getName()))
                .findFirst()
                .orElse(stack.getLast());
    }

    /** Runs a main class that watches: what it told, as "call in our method". */
    public static List<String> ofProcess(Class<?> main, Path folder)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-ea",
                                "-XX:+EnableDynamicAgentLoading",
                                "-XX:+AllowRedefinitionToAddDeleteMethods",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        List<String> lines = process.inputReader().lines().toList();
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join("\n", lines));
        }
        return lines.stream()
                .filter(line -> line.startsWith(TOLD))
                .map(line -> line.substring(TOLD.length()))
                .toList();
    }
}

package io.rostrum.benchmark;

import io.rostrum.testing.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server holds on its heap, as the JDK's jcmd tells it. */
final class Heap {
    /** Of each heap, or each generation of one; not of the metaspace. */
    private static final Pattern USED =
            Pattern.compile("(?m)^ *\\S.*(?:heap|generation) .*used (\\d+)K");

    private Heap() {}

    /** Bytes in use after a full collection. */
    static long held(ServerProcess server) throws IOException, InterruptedException {
        ask(server, "GC.run");
        return used(ask(server, "GC.heap_info"));
    }

    static long used(String info) {
        Matcher matcher = USED.matcher(info);
        long used = 0;
        while (matcher.find()) {
            used += 1024 * Long.parseLong(matcher.group(1));
        }
        if (used == 0) {
            throw new IllegalArgumentException("jcmd says nothing of a heap: " + info);
        }
        return used;
    }

    private static String ask(ServerProcess server, String command)
            throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process asking =
                new ProcessBuilder(jcmd, Long.toString(server.pid()), command)
                        .redirectErrorStream(true)
                        .start();
        try (InputStream out = asking.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (asking.waitFor() != 0) {
                throw new IOException(command + " failed: " + said);
            }
            return said;
        }
    }
}

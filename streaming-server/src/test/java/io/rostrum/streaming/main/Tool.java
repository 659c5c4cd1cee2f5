package io.rostrum.streaming.main;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command line tool that has ended. */
record Tool(int code, String output) {
    static Tool run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Tool(process.waitFor(), output);
    }

    String orFail() {
        if (code != 0) {
            throw new AssertionError(output);
        }
        return output;
    }
}

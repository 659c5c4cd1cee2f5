package io.rostrum.streaming.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;

/** Reads what a server says without end. */
final class Heard {
    private Heard() {}

    /** Returns once that was said. */
    static void until(InputStream in, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int next = in.read();
            assertThat(next).as("stream ended after " + read).isNotNegative();
            read.append((char) next);
        }
    }
}

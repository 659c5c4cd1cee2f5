package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No file of ours has more than 500 lines; docs/architecture.md. */
class FileSizeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int MOST = 500;
    private static final List<String> WRITTEN =
            List.of(".java", ".ts", ".mjs", ".js", ".css", ".html", ".sh");

    @Test
    void noFileHasMoreThan500Lines() throws IOException {
        Map<String, Long> lengths = lengths();
        assertThat(lengths).hasSizeGreaterThan(500);
        lengths.forEach((file, lines) ->
                assertThat(lines).as("lines of %s", file).isLessThanOrEqualTo(MOST));
    }

    private static Map<String, Long> lengths() throws IOException {
        Map<String, Long> lengths = new TreeMap<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path source : modules.map(module -> module.resolve("src")).toList()) {
                if (Files.isDirectory(source)) {
                    addLengths(source, lengths);
                }
            }
        }
        return lengths;
    }

    private static void addLengths(Path source, Map<String, Long> lengths) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            files.filter(file -> WRITTEN.stream().anyMatch(file.toString()::endsWith))
                    .forEach(file -> lengths.put(ROOT.relativize(file).toString(), lines(file)));
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}

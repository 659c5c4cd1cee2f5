package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Doors that answer later do so by {@code Later}: what a listener of a future throws is only
 * logged, and who asked would wait for ever.
 */
class AnswersTest {
    private static final Pattern DOOR = Pattern.compile("(\\w+Door|\\w+Api|FastLane)\\.java");

    /** Whose listeners answer no request. */
    private static final Set<String> OTHERS =
            Set.of("SignalDoor.java", "HttpDoor.java", "program/FeedDoor.java");

    @Test
    void noDoorAnswersInTheListenerOfASuccess() throws IOException {
        List<Path> doors = doors();
        assertThat(doors).hasSizeGreaterThan(20);
        for (Path door : doors) {
            assertThat(Files.readString(door)).as("%s", door).doesNotContain(".onSuccess(");
        }
    }

    private static List<Path> doors() {
        return Stream.of("../center-server/src/main/java", "../streaming-server/src/main/java")
                .flatMap(AnswersTest::files)
                .filter(file -> DOOR.matcher(file.getFileName().toString()).matches())
                .filter(file -> OTHERS.stream().noneMatch(file::endsWith))
                .toList();
    }

    private static Stream<Path> files(String source) {
        try (Stream<Path> files = Files.walk(Path.of(source))) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(source, e);
        }
    }
}

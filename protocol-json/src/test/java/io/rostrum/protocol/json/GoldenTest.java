package io.rostrum.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ServerMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both directions of every message against committed files, which the pages are held to as well.
 */
class GoldenTest {
    private static final Path FILES =
            Path.of("src", "test", "resources", "io", "rostrum", "protocol", "json");

    static Stream<Arguments> client() {
        return Golden.CLIENT.entrySet().stream()
                .map(one -> Arguments.of(one.getKey(), one.getValue()));
    }

    static Stream<Arguments> server() {
        return Golden.SERVER.entrySet().stream()
                .map(one -> Arguments.of(one.getKey(), one.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("client")
    void readsAndWritesWhatClientsSay(String name, ClientMessage message) throws BadMessage {
        String text = text("client", name);
        assertThat(ClientMessageWriter.write(message)).isEqualTo(text);
        assertThat(ClientMessageReader.read(text)).isEqualTo(message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("server")
    void writesAndReadsWhatTheCenterSays(String name, ServerMessage message) throws BadMessage {
        String text = text("server", name);
        assertThat(ServerMessageWriter.write(message)).isEqualTo(text);
        assertThat(ServerMessageReader.read(text)).contains(message);
    }

    @Test
    void everyKindOfMessageHasAFile() {
        assertThat(kinds(Golden.CLIENT.values().stream())).isEqualTo(leaves(ClientMessage.class));
        assertThat(kinds(Golden.SERVER.values().stream())).isEqualTo(leaves(ServerMessage.class));
    }

    @Test
    void noFileIsLeftThatNobodyReads() throws IOException {
        assertThat(names("client")).isEqualTo(Golden.CLIENT.keySet());
        assertThat(names("server")).isEqualTo(Golden.SERVER.keySet());
    }

    private static Set<Class<?>> kinds(Stream<?> messages) {
        Set<Class<?>> kinds = new HashSet<>();
        messages.forEach(message -> kinds.add(message.getClass()));
        return kinds;
    }

    private static Set<Class<?>> leaves(Class<?> sealed) {
        Set<Class<?>> leaves = new HashSet<>();
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            if (kind.isSealed()) {
                leaves.addAll(leaves(kind));
            } else {
                leaves.add(kind);
            }
        }
        return leaves;
    }

    private static Set<String> names(String direction) throws IOException {
        Set<String> names = new HashSet<>();
        try (Stream<Path> files = Files.list(FILES.resolve(direction))) {
            files.forEach(file -> names.add(file.getFileName().toString().replace(".json", "")));
        }
        return names;
    }

    /** One line each, ended as lines are. */
    static String text(String direction, String name) {
        try {
            return Files.readString(FILES.resolve(direction).resolve(name + ".json"))
                    .stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

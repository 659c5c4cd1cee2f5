package io.rostrum.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebRootTest {
    private static final List<String> FILES =
            List.of("a.html", "assets/b.js", "c.class", "assets/deep/d.js", "assets/.hidden.js");

    @TempDir Path folder;
    private WebRoot root;

    @BeforeEach
    void read() throws IOException {
        for (String name : FILES) {
            Path file = folder.resolve("classes/webroot").resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[10]);
        }
        root = new WebRoot(loader(folder.resolve("classes")));
    }

    private static ClassLoader loader(Path place) throws IOException {
        return new URLClassLoader(new URL[] {place.toUri().toURL()}, null);
    }

    private Path jar() throws IOException {
        Path jar = folder.resolve("pages.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("webroot/"));
            for (String name : FILES) {
                out.putNextEntry(new JarEntry("webroot/" + name));
                out.write(new byte[10]);
            }
            out.putNextEntry(new JarEntry("elsewhere/e.js"));
        }
        return jar;
    }

    /** A page that is read when it is asked for is read on an event loop. */
    @Test
    void allIsReadAtTheStartAndNothingLater() throws IOException {
        Path jar = jar();
        WebRoot packed = new WebRoot(loader(jar));
        Files.delete(jar);
        Files.delete(folder.resolve("classes/webroot/a.html"));
        for (WebRoot each : List.of(packed, root)) {
            assertThat(each.page("a.html")).isNotNull();
            assertThat(each.asset("b.js")).isPresent();
            assertThat(each.size()).isEqualTo(2);
        }
    }

    @Test
    void namesThatStrangersMakeUpCostNoMemory() {
        for (int i = 0; i < 50_000; i++) {
            assertThat(root.asset("a-" + i + ".js")).isEmpty();
        }
        assertThat(root.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "../a.html", "b.js/", "b.js\0", "../c.class", "b", "B.js"})
    void nothingElseIsThere(String name) {
        assertThat(root.asset(name)).isEmpty();
    }

    @Test
    void aPageThatIsMissingIsOurFault() {
        assertThatIllegalStateException().isThrownBy(() -> root.page("b.html"));
    }
}

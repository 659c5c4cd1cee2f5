package io.rostrum.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebRootTest {
    private static final Set<String> FILES =
            Set.of("webroot/a.html", "webroot/assets/b.js", "webroot/assets/", "webroot/c.class");

    private final WebRoot root =
            new WebRoot(
                    new ClassLoader(null) {
                        @Override
                        public InputStream getResourceAsStream(String name) {
                            return FILES.contains(name)
                                    ? new ByteArrayInputStream(new byte[10])
                                    : null;
                        }
                    });

    @Test
    void namesThatStrangersMakeUpCostNoMemory() {
        for (int i = 0; i < 50_000; i++) {
            assertThat(root.asset("a-" + i + ".js")).isEmpty();
        }
        assertThat(root.size()).isZero();
    }

    @Test
    void whatExistsIsReadOnce() {
        assertThat(root.asset("b.js")).isPresent();
        assertThat(root.asset("b.js")).containsSame(root.asset("b.js").orElseThrow());
        assertThat(root.page("a.html")).isNotNull();
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

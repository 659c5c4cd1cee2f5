package io.rostrum.streaming.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {
    private static final Pattern PLAIN = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+/?");
    private static final String SIGNS = "/./a~%Z\\0_-\u00e9";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/live/a/b/1.2.m4s",
                "/a",
                "/a/",
                "/.a/..b/...",
                "/live/~a.b-c_d/media.m3u8"
            })
    void isPlain(String path) {
        assertThat(PlainPath.is(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "//", "a/b", "/a//b", "/a/./b", "/a/..", "/..", "/a%2fb", "/a b", "/\u00e9"
            })
    void isNot(String path) {
        assertThat(PlainPath.is(path)).isFalse();
    }

    @Test
    void saysOfAnythingWhatTheExpressionSays() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder path = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                path.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            assertThat(PlainPath.is(path.toString()))
                    .as(path.toString())
                    .isEqualTo(PLAIN.matcher(path).matches());
        }
    }
}

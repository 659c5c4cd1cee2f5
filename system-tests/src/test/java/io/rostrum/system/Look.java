package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.testing.Browsers.Window;
import io.rostrum.testing.Chromium;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On a desk or in a hand, in a language and a theme: how a page may look.
 *
 * @param size desktop or phone
 * @param language BCP 47
 */
record Look(String size, String language, boolean dark) {
    /** A test that takes four looks in turn, in which any two of size, language and theme meet. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @ParameterizedTest(name = "{0}")
    @MethodSource("io.rostrum.system.Look#four")
    @interface Each {}

    static Stream<Look> four() {
        return Stream.of(
                new Look("desktop", "en-US", true),
                new Look("desktop", "zh-CN", false),
                new Look("phone", "en-US", false),
                new Look("phone", "zh-CN", true));
    }

    Window window() {
        boolean phone = size.equals("phone");
        return new Window(phone ? 390 : 1280, phone ? 844 : 800, dark, language);
    }

    /** Keeps a picture of the page; nothing serious for axe, nothing wider than the window. */
    void check(Chromium browser, String page) {
        String title = page + "-" + this;
        browser.screenshot(title);
        assertThat(browser.barriers()).as(title).isEqualTo(List.of());
        Object overflow =
                browser.page()
                        .evaluate(
                                "() => document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue()).as("%s overflows", title).isZero();
    }

    @Override
    public String toString() {
        return size + "-" + language.substring(0, 2) + "-" + (dark ? "dark" : "light");
    }
}

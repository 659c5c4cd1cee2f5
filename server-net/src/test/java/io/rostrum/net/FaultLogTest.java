package io.rostrum.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class FaultLogTest {
    private static final class Lines implements System.Logger {
        final List<String> lines = new ArrayList<>();

        @Override
        public String getName() {
            return "lines";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String text, Throwable thrown) {
            lines.add(text + ": " + thrown);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... values) {
            lines.add(format);
        }
    }

    private final Lines lines = new Lines();
    private long now;
    private final FaultLog log = new FaultLog(lines, () -> now);

    private void fail(String place) {
        log.tell(place, new IllegalStateException("broken"));
    }

    @Test
    void theSameFailureIsToldOnceAMinute() {
        for (int i = 0; i < 1000; i++) {
            fail("GET /" + i);
        }
        assertThat(lines.lines).containsExactly("GET /0: " + new IllegalStateException("broken"));
        now += Duration.ofMinutes(1).toNanos();
        fail("GET /a");
        assertThat(lines.lines).hasSize(2);
        assertThat(lines.lines.getLast()).contains("GET /a (and 999 more like this since)");
    }

    @Test
    void anotherFailureIsToldAtOnce() {
        fail("GET /a");
        log.tell("GET /a", new IllegalArgumentException("also broken"));
        assertThat(lines.lines).hasSize(2);
    }

    @Test
    void manyKindsOfFailuresAreBoundedToo() {
        for (int i = 0; i < 1000; i++) {
            Throwable why = new IllegalStateException();
            why.setStackTrace(
                    new StackTraceElement[] {new StackTraceElement("A", "a", "A.java", i)});
            log.tell("GET /", why);
        }
        assertThat(lines.lines).hasSize(65);
    }

    @Test
    void anAddressOfAnyLengthMakesNoLongLine() {
        fail("GET /" + "a".repeat(10_000));
        assertThat(lines.lines.getFirst()).hasSizeLessThan(300);
    }
}

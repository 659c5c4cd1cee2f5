package io.rostrum.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    /** Classes that a fresh JVM loads for its first answer. */
    private static long loaded(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                FirstJson.class.getName()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        byte[] said = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return Long.parseLong(new String(said, StandardCharsets.UTF_8).strip());
    }

    @Test
    void theFirstAnswerInJsonLoadsNextToNothing() throws Exception {
        assertThat(loaded("cold")).isGreaterThan(100);
        assertThat(loaded()).isLessThan(30);
    }
}

package io.rostrum.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of the machine to its end, as ffmpeg and ffprobe. */
public final class Program {
    /** What a program left behind. */
    public record Result(int exit, String out, String err) {}

    private Program() {}

    /** Debian's ffmpeg, which must not ask and must not draw a progress line. */
    public static Result ffmpeg(Duration bound, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("-hide_banner", "-nostdin", "-nostats"));
        command.addAll(arguments);
        return run(bound, "ffmpeg", command);
    }

    /** Debian's ffprobe. */
    public static Result ffprobe(Duration bound, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("-hide_banner"));
        command.addAll(arguments);
        return run(bound, "ffprobe", command);
    }

    /**
     * What ffprobe lists of the first stream of a kind, one line for each.
     *
     * @param kind {@code v} or {@code a}
     * @param entries as its option {@code -show_entries} has them
     * @throws IOException with its words if it complains about anything
     */
    public static List<String> entries(
            Duration bound, String address, String kind, String entries, String... more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-select_streams"));
        arguments.addAll(List.of(kind + ":0", "-show_entries", entries, "-of", "csv=p=0"));
        arguments.addAll(List.of(more));
        arguments.add(address);
        Result result = ffprobe(bound, arguments);
        if (!result.err().isEmpty()) {
            throw new IOException("ffprobe of " + address + ": " + result.err());
        }
        return result.out().lines().filter(line -> !line.isBlank()).toList();
    }

    /** Runs a program; kills it and throws if it takes longer than {@code bound}. */
    public static Result run(Duration bound, String program, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program);
        command.addAll(arguments);
        Path out = Files.createTempFile("rostrum-out", ".txt");
        Path err = Files.createTempFile("rostrum-err", ".txt");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
            if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(
                        command + " took longer than " + bound + "\n" + Files.readString(err));
            }
            return new Result(
                    process.exitValue(),
                    new String(Files.readAllBytes(out), UTF_8),
                    new String(Files.readAllBytes(err), UTF_8));
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }
}

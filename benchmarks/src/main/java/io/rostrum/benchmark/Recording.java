package io.rostrum.benchmark;

import io.rostrum.testing.Eventually;
import io.rostrum.testing.Program;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A finished program as ffmpeg decodes it; times are milliseconds from its start. */
record Recording(String address) {
    private static final Duration BOUND = Duration.ofMinutes(3);
    private static final double BRIGHT = 128;

    /** The last program that has ended; waits for it. */
    static Recording newest(URI streaming) {
        return new Recording(
                Eventually.becomes(
                                "a recording",
                                Duration.ofSeconds(30),
                                () -> recordings(streaming),
                                all -> !all.isEmpty())
                        .getJsonObject(0)
                        .getString("mp4"));
    }

    private static JsonArray recordings(URI streaming) {
        try (var in = streaming.resolve("/api/recordings").toURL().openStream()) {
            return new JsonArray(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the picture turns bright. */
    List<Double> flashes() throws IOException, InterruptedException {
        Path file = Files.createTempFile("rostrum-flashes", ".txt");
        try {
            decode(
                    "-an",
                    "-vf",
                    "crop=iw/2:ih/2:iw/4:ih/4,signalstats,"
                            + "metadata=mode=print:key=lavfi.signalstats.YAVG:file="
                            + file,
                    "-f",
                    "null",
                    "-");
            return turnsBright(Files.readAllLines(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Lines by turns: {@code frame:0 pts:0 pts_time:0.04} and {@code …YAVG=40.1}. */
    private static List<Double> turnsBright(List<String> lines) {
        List<Double> flashes = new ArrayList<>();
        boolean before = true;
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            boolean bright = Double.parseDouble(after(lines.get(i + 1), "YAVG=")) > BRIGHT;
            if (bright && !before) {
                flashes.add(1000 * Double.parseDouble(after(lines.get(i), "pts_time:")));
            }
            before = bright;
        }
        return flashes;
    }

    private static String after(String line, String mark) {
        return line.substring(line.indexOf(mark) + mark.length()).strip();
    }

    /** When beeps begin. */
    List<Double> beeps() throws IOException, InterruptedException {
        Path file = Files.createTempFile("rostrum-beeps", ".raw");
        try {
            decode(
                    "-vn",
                    "-af",
                    "aresample=48000:async=1:first_pts=0",
                    "-ac",
                    "1",
                    "-f",
                    "f32le",
                    "-y",
                    file.toString());
            return begins(
                    ByteBuffer.wrap(Files.readAllBytes(file))
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asFloatBuffer());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static List<Double> begins(FloatBuffer sound) {
        Onset onset = new Onset();
        List<Double> beeps = new ArrayList<>();
        float[] piece = new float[4800];
        for (long start = 0; sound.remaining() >= piece.length; start += piece.length) {
            sound.get(piece);
            int at = onset.next(piece, piece.length, 1);
            if (at >= 0) {
                beeps.add((start + at) * 1000.0 / Onset.RATE);
            }
        }
        return beeps;
    }

    private void decode(String... how) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-i", address));
        arguments.addAll(List.of(how));
        Program.Result result = Program.ffmpeg(BOUND, arguments);
        if (result.exit() != 0) {
            throw new IOException("ffmpeg: " + result.exit() + " " + result.err());
        }
    }
}

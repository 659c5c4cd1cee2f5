package io.rostrum.benchmark;

import io.rostrum.testing.Eventually;
import io.rostrum.testing.Packets;
import io.rostrum.testing.Program;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
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

/**
 * A program as ffmpeg decodes it; times are milliseconds from where it is read.
 *
 * @param limits options of ffmpeg before the input
 */
record Recording(String address, List<String> limits) {
    private static final Duration BOUND = Duration.ofMinutes(3);

    /** The last program that has ended; waits for it. */
    static Recording newest(URI streaming) {
        return all(streaming).getFirst();
    }

    /** All programs that have ended, the newest first; waits for one. */
    static List<Recording> all(URI streaming) {
        return Eventually.becomes(
                        "a recording",
                        Duration.ofSeconds(30),
                        () -> recordings(streaming),
                        all -> !all.isEmpty())
                .stream()
                .map(recording ->
                        new Recording(((JsonObject) recording).getString("mp4"), List.of()))
                .toList();
    }

    /** What is on air, for so long, as a reader gets it that knows nothing of parts. */
    static Recording live(URI streaming, String channel, int seconds) {
        String address = streaming + "/live/" + channel + "/master.m3u8";
        return new Recording(address, List.of("-t", Integer.toString(seconds)));
    }

    /** The same from that second on, for so long. */
    Recording piece(double from, int seconds) {
        return new Recording(
                address, List.of("-ss", Double.toString(from), "-t", Integer.toString(seconds)));
    }

    /** The longest time between two packets of the first stream of this kind, in seconds. */
    double longestStep(String kind) throws IOException, InterruptedException {
        return Packets.of(address, kind).longestStep();
    }

    private static JsonArray recordings(URI streaming) {
        try (var in = streaming.resolve("/api/recordings").toURL().openStream()) {
            return new JsonArray(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the picture turns bright, and when beeps begin. */
    record Strikes(List<Double> flashes, List<Double> beeps) {}

    /** Reads both at once: what is on air does not wait. */
    Strikes strikes() throws IOException, InterruptedException {
        Path brightness = Files.createTempFile("rostrum-flashes", ".txt");
        Path sound = Files.createTempFile("rostrum-beeps", ".raw");
        try {
            List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y"));
            arguments.addAll(limits);
            arguments.addAll(List.of("-i", address));
            arguments.addAll(
                    List.of(
                            "-map",
                            "0:v:0",
                            "-vf",
                            "crop=iw/2:ih/2:iw/4:ih/4,signalstats,"
                                    + "metadata=mode=print:key=lavfi.signalstats.YAVG:file="
                                    + brightness,
                            "-f",
                            "null",
                            "-"));
            arguments.addAll(
                    List.of(
                            "-map",
                            "0:a:0",
                            "-af",
                            "aresample=48000:async=1:first_pts=0",
                            "-ac",
                            "1",
                            "-f",
                            "f32le",
                            sound.toString()));
            Program.Result result = Program.ffmpeg(BOUND, arguments);
            if (result.exit() != 0) {
                throw new IOException("ffmpeg: " + result.exit() + " " + result.err());
            }
            return new Strikes(
                    turnsBright(Files.readAllLines(brightness)),
                    begins(
                            ByteBuffer.wrap(Files.readAllBytes(sound))
                                    .order(ByteOrder.LITTLE_ENDIAN)
                                    .asFloatBuffer()));
        } finally {
            Files.deleteIfExists(brightness);
            Files.deleteIfExists(sound);
        }
    }

    /** Lines by turns: {@code frame:0 pts:0 pts_time:0.04} and {@code …YAVG=40.1}. */
    private static List<Double> turnsBright(List<String> lines) {
        List<Double> flashes = new ArrayList<>();
        boolean before = true;
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            boolean bright = Double.parseDouble(after(lines.get(i + 1), "YAVG=")) > Clapper.BRIGHT;
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
}

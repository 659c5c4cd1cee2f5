package io.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.testing.Colour;
import io.rostrum.testing.Packets;
import io.rostrum.testing.Program;
import io.rostrum.testing.Program.Result;
import io.rostrum.testing.Tone;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What Debian's ffmpeg and ffprobe make of an address that we publish. */
record Reading(String address) {
    private static final Duration BOUND = Duration.ofMinutes(3);

    /** The middle of a picture as one pixel. */
    private static final String MIDDLE = "crop=iw/2:ih/4:iw/4:ih*3/8,scale=1:1:flags=area";

    /**
     * ffmpeg fetches the init segment anew with every reload of a live playlist and says so, of any
     * live fMP4 program.
     */
    private static final String RELOADED = "Found duplicated MOOV Atom. Skipped it";

    /** Decodes everything; the complaints of ffmpeg, one in each line. */
    List<String> complaints(String... limits) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-v", "repeat+warning", "-i", address));
        arguments.addAll(List.of(limits));
        // Else ffmpeg counts in frames of the mean rate, and complains of any uneven one.
        arguments.addAll(List.of("-fps_mode", "passthrough", "-enc_time_base", "-1"));
        arguments.addAll(List.of("-f", "null", "-"));
        Result result = Program.ffmpeg(BOUND, arguments);
        List<String> lines = new ArrayList<>(complaintsIn(result));
        if (result.exit() != 0) {
            lines.add("exit " + result.exit());
        }
        return lines;
    }

    /** What ffprobe complains about while it looks at streams and packets. */
    List<String> probeComplaints() throws Exception {
        return complaintsIn(
                Program.ffprobe(
                        BOUND,
                        List.of(
                                "-v",
                                "repeat+warning",
                                "-show_streams",
                                "-read_intervals",
                                "%+4",
                                "-show_packets",
                                "-of",
                                "csv",
                                address)));
    }

    private static List<String> complaintsIn(Result result) {
        return result.err().lines().filter(line -> !line.endsWith(RELOADED)).toList();
    }

    Packets pictures() throws Exception {
        return Packets.of(address, "v");
    }

    Packets sounds() throws Exception {
        return Packets.of(address, "a");
    }

    /** No hole in picture or sound, and the tone from its first to its last second. */
    void isWhole(int hertz) throws Exception {
        assertThat(complaints()).isEmpty();
        assertThat(pictures().longestStep()).isLessThan(0.3);
        assertThat(sounds().longestStep()).isLessThan(0.05);
        List<Double> levels = levels(hertz);
        assertThat(levels.subList(1, levels.size()))
                .allSatisfy(level -> assertThat(level).isGreaterThan(Tone.HEARD));
    }

    /** How many pictures ffmpeg decodes. */
    long decodedPictures() throws Exception {
        return Program.entries(BOUND, address, "v", "stream=nb_read_frames", "-count_frames")
                .stream()
                .filter(line -> line.matches("\\d+,?"))
                .mapToLong(line -> Long.parseLong(line.replace(",", "")))
                .max()
                .orElse(0);
    }

    /** The colour of the picture every half second. */
    List<Colour> colours() throws Exception {
        return colours("fps=2," + MIDDLE);
    }

    /** The colour of a file that is one picture. */
    Colour colour() throws Exception {
        return colours(MIDDLE).getFirst();
    }

    private List<Colour> colours(String filter) throws Exception {
        byte[] pixels =
                decoded("-map", "0:v:0", "-vf", filter, "-pix_fmt", "rgb24", "-f", "rawvideo");
        List<Colour> colours = new ArrayList<>();
        for (int i = 0; i + 2 < pixels.length; i += 3) {
            colours.add(
                    Colour.nearest(pixels[i] & 0xFF, pixels[i + 1] & 0xFF, pixels[i + 2] & 0xFF));
        }
        return colours;
    }

    /** The level of a tone in each whole second, in dB of full scale. */
    List<Double> levels(int hertz) throws Exception {
        byte[] bytes = decoded("-map", "0:a:0", "-ac", "1", "-ar", "48000", "-f", "s16le");
        short[] samples = new short[bytes.length / 2];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        List<Double> levels = new ArrayList<>();
        for (int from = 0; from + Tone.RATE <= samples.length; from += Tone.RATE) {
            short[] second = Arrays.copyOfRange(samples, from, from + Tone.RATE);
            levels.add(Tone.level(second, Tone.RATE, hertz));
        }
        return levels;
    }

    private byte[] decoded(String... how) throws Exception {
        Path file = Files.createTempFile("rostrum-decoded", ".raw");
        try {
            List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-i", address));
            arguments.addAll(List.of(how));
            arguments.add(file.toString());
            Result result = Program.ffmpeg(BOUND, arguments);
            assertThat(result.err()).isEmpty();
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}

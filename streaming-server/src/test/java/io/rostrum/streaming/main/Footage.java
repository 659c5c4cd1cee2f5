package io.rostrum.streaming.main;

import io.rostrum.protocol.cmaf.AvcConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Real H.264 and AAC, made by ffmpeg.
 *
 * @param frames access units with 4-byte lengths, without AUD; a key frame first
 */
record Footage(AvcConfig config, List<Frame> frames, int rate) {
    record Frame(byte[] data, boolean key) {}

    /** A test picture of some size; profile is baseline, main or high. */
    static Footage picture(Path folder, int width, int height, int rate, String profile)
            throws IOException, InterruptedException {
        Path file = folder.resolve(width + "x" + height + profile + ".h264");
        run(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=" + width + "x" + height + ":rate=" + rate + ":duration=8",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-profile:v",
                profile,
                "-bf",
                "0",
                "-g",
                "" + 2 * rate,
                "-keyint_min",
                "1",
                "-sc_threshold",
                "0",
                "-pix_fmt",
                "yuv420p",
                "-x264-params",
                "aud=1:repeat-headers=1",
                "-f",
                "h264",
                file.toString());
        List<byte[]> units = nals(java.nio.file.Files.readAllBytes(file));
        List<Frame> frames = new ArrayList<>();
        ByteArrayOutputStream unit = new ByteArrayOutputStream();
        boolean key = false;
        byte[] sps = new byte[0];
        byte[] pps = new byte[0];
        for (byte[] nal : units) {
            int type = nal[0] & 0x1F;
            if (type == 9) {
                if (unit.size() > 0) {
                    frames.add(new Frame(unit.toByteArray(), key));
                }
                unit.reset();
                key = false;
                continue;
            }
            if (type == 6) {
                continue;
            }
            sps = type == 7 ? nal : sps;
            pps = type == 8 ? nal : pps;
            key |= type == 5;
            unit.writeBytes(java.nio.ByteBuffer.allocate(4).putInt(nal.length).array());
            unit.writeBytes(nal);
        }
        frames.add(new Frame(unit.toByteArray(), key));
        return new Footage(AvcConfig.of(sps, pps), frames, rate);
    }

    /** Raw AAC frames of a tone. */
    static List<byte[]> tone(Path folder, int seconds) throws IOException, InterruptedException {
        Path file = folder.resolve("tone.aac");
        run(
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:sample_rate=48000:duration=" + seconds,
                "-ac",
                "2",
                "-c:a",
                "aac",
                "-b:a",
                "128k",
                "-f",
                "adts",
                file.toString());
        byte[] adts = java.nio.file.Files.readAllBytes(file);
        List<byte[]> frames = new ArrayList<>();
        for (int at = 0; at + 7 <= adts.length; ) {
            int length =
                    (adts[at + 3] & 3) << 11
                            | (adts[at + 4] & 0xFF) << 3
                            | (adts[at + 5] & 0xE0) >> 5;
            frames.add(java.util.Arrays.copyOfRange(adts, at + 7, at + length));
            at += length;
        }
        return frames;
    }

    private static List<byte[]> nals(byte[] stream) {
        List<byte[]> nals = new ArrayList<>();
        int start = -1;
        for (int i = 0; i + 3 <= stream.length; i++) {
            if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
                add(nals, stream, start, i);
                start = i + 3;
                i += 2;
            }
        }
        add(nals, stream, start, stream.length);
        return nals;
    }

    private static void add(List<byte[]> nals, byte[] stream, int start, int end) {
        if (start >= 0) {
            int to = end;
            while (to > start && stream[to - 1] == 0) {
                to--;
            }
            nals.add(java.util.Arrays.copyOfRange(stream, start, to));
        }
    }

    private static void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        command.addAll(List.of(arguments));
        Tool.run(command).orFail();
    }
}

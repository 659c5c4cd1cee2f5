package io.rostrum.center.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.center.program.ProgramState.Phase;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.protocol.feed.FeedTracks;
import io.rostrum.testing.Eventually;
import io.vertx.core.Vertx;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole program in real time, read by a stranger: ffprobe and ffmpeg. */
@Tag("system")
class ProgramSystemTest {
    @TempDir Path directory;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void end() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void cutsBetweenUnlikeSourcesAreReadWithoutAWarning() throws Exception {
        try (IngestDoor door = new IngestDoor(vertx);
                Rehearsal room = room(door)) {
            room.add(new TestSource("wide", SourcePicture.Codec.H264, 640, 360, 30, 60));
            room.add(new TestSource("tall", SourcePicture.Codec.H264, 360, 640, 20, 120));
            room.add(new TestSource("old", SourcePicture.Codec.VP8, 320, 180, 15, 180));
            room.program.take("wide", "Wide");
            goesOn(room);
            room.run(1000);
            room.program.take("tall", "Tall");
            room.run(1300);
            room.program.take("old", "Old");
            room.run(2500);
            room.program.take(null, null);
            room.run(700);
            room.program.take("tall", "Tall");
            room.run(500);
            room.frozen.add("tall");
            room.run(1200);
            room.frozen.clear();
            room.run(1000);
            stop(room);
            check(room, door);
        }
    }

    private Rehearsal room(IngestDoor door) {
        return new Rehearsal(vertx, door.address(), IngestDoor.SECRET, "room", directory);
    }

    private static void goesOn(Rehearsal room) {
        Eventually.holds(
                "on air",
                Duration.ofSeconds(60),
                () -> {
                    room.run(100);
                    return !room.states.isEmpty() && room.states.getLast().phase() == Phase.ON;
                });
    }

    private static void stop(Rehearsal room) {
        room.program.stop();
        Eventually.holds(
                "the end",
                Duration.ofSeconds(15),
                () -> {
                    room.run(20);
                    return room.states.getLast().phase() == Phase.OFF;
                });
        assertThat(room.states.getLast().failure()).isNull();
    }

    private void check(Rehearsal room, IngestDoor door) throws Exception {
        assertThat(room.cuts).containsExactly("wide", "tall", "old", null, "tall");
        List<Sample> samples = door.samples();
        assertThat(room.program.dropped()).isZero();
        for (int track : new int[] {FeedTracks.VIDEO, FeedTracks.AAC, FeedTracks.OPUS}) {
            List<Sample> run = samples.stream().filter(s -> s.track() == track).toList();
            for (int i = 1; i < run.size(); i++) {
                assertThat(run.get(i).decodeTime())
                        .as("track %d, sample %d", track, i)
                        .isEqualTo(run.get(i - 1).end());
            }
            double seconds = run.getLast().end() / (track == FeedTracks.VIDEO ? 90000.0 : 48000.0);
            assertThat(seconds).isGreaterThan(8);
        }
        Path file = write(door);
        assertThat(
                        run(
                                "ffprobe",
                                "-v",
                                "error",
                                "-count_frames",
                                "-show_entries",
                                "stream=codec_name,nb_read_frames",
                                "-of",
                                "csv=p=0",
                                file.toString()))
                .contains("h264," + frames(samples, FeedTracks.VIDEO))
                .contains("aac," + frames(samples, FeedTracks.AAC))
                .contains("opus," + frames(samples, FeedTracks.OPUS))
                .hasLineCount(3);
        assertThat(
                        run(
                                "ffmpeg",
                                "-v",
                                "warning",
                                "-i",
                                file.toString(),
                                "-map",
                                "0",
                                "-c",
                                "copy",
                                "-f",
                                "null",
                                "-"))
                .isEmpty();
        assertThat(
                        run(
                                "ffmpeg",
                                "-v",
                                "warning",
                                "-i",
                                file.toString(),
                                "-map",
                                "0:v",
                                "-map",
                                "0:a:0",
                                "-fps_mode",
                                "passthrough",
                                "-enc_time_base",
                                "-1",
                                "-f",
                                "null",
                                "-"))
                .isEmpty();
    }

    private static long frames(List<Sample> samples, int track) {
        return samples.stream().filter(sample -> sample.track() == track).count();
    }

    private Path write(IngestDoor door) throws Exception {
        Path file = directory.resolve("program.mp4");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(door.init);
            for (byte[] segment : door.stored.values()) {
                out.write(segment);
            }
        }
        return file;
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said.strip();
    }

    @Test
    void whoIsCalledOtherwiseWhileOnAirIsNamedAnew() throws Exception {
        try (IngestDoor door = new IngestDoor(vertx);
                Rehearsal room = room(door)) {
            room.add(new TestSource("wide", SourcePicture.Codec.H264, 640, 360, 30, 60));
            room.program.take("wide", "Ana");
            goesOn(room);
            room.program.take("wide", "Ana");
            room.program.take("wide", "Anna");
            Eventually.holds(
                    "named anew",
                    Duration.ofSeconds(60),
                    () -> {
                        room.run(100);
                        return pictures(door).contains("Anna");
                    });
            assertThat(pictures(door)).containsExactly("Ana", "Anna");
            assertThat(room.cuts).containsExactly("wide");
            stop(room);
        }
    }

    private static List<String> pictures(IngestDoor door) {
        return door.news.stream().map(one -> one.getString("picture")).toList();
    }

    /** Not a test of correctness: prints what a second of program costs. */
    @Test
    void aProgramThatIsPassedThroughCostsLittle() throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        try (IngestDoor door = new IngestDoor(vertx);
                Rehearsal room = room(door)) {
            room.add(new TestSource("wide", SourcePicture.Codec.H264, 640, 360, 30, 60));
            room.program.take("wide", "Wide");
            goesOn(room);
            room.run(2000);
            long before = cpu(threads, "program-");
            long loops = cpu(threads, "vert.x-eventloop");
            room.run(10_000);
            double thread = (cpu(threads, "program-") - before) / 1e10;
            double both = (cpu(threads, "vert.x-eventloop") - loops) / 1e10;
            System.out.printf(
                    "program: %.4f core for cutting and AAC, %.4f core for sending it and for the"
                            + " test's receiving end%n",
                    thread, both);
            stop(room);
            assertThat(thread).isLessThan(0.25);
        }
    }

    private static long cpu(ThreadMXBean threads, String prefix) {
        long sum = 0;
        for (ThreadInfo info : threads.dumpAllThreads(false, false)) {
            if (info.getThreadName().startsWith(prefix)) {
                sum += threads.getThreadCpuTime(info.getThreadId());
            }
        }
        return sum;
    }
}

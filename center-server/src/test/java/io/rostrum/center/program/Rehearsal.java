package io.rostrum.center.program;

import io.rostrum.media.codec.OpusEncoder;
import io.rostrum.protocol.feed.Id;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A room in small, in real time: sources that code pictures, a tone, and a program of them. */
final class Rehearsal implements AutoCloseable {
    final List<ProgramState> states = new CopyOnWriteArrayList<>();
    final List<@Nullable String> cuts = new CopyOnWriteArrayList<>();
    final List<@Nullable Warning> warnings = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final Program program;
    private final ConcurrentLinkedQueue<Runnable> room = new ConcurrentLinkedQueue<>();
    private final List<TestSource> sources = new ArrayList<>();
    private final List<Long> due = new ArrayList<>();
    private final OpusEncoder opus = new OpusEncoder(OpusEncoder.Settings.voice(2));
    private final float[] tone = new float[SoundTrack.TICK * 2];
    private final byte[] packet = new byte[OpusEncoder.MAX_PACKET];
    private long soundAt = System.nanoTime();

    /** Sources that give no picture for now. */
    final List<String> frozen = new ArrayList<>();

    Rehearsal(Vertx vertx, URI server, String secret, String channel, Path directory) {
        FeedTarget target =
                new FeedTarget(
                        server,
                        secret,
                        new Id(channel),
                        new Id("s" + Long.toHexString(System.nanoTime())),
                        "Rehearsal",
                        "Ana",
                        Instant.now(),
                        new FeedStore(directory, FeedStore.DEFAULT_LIMIT));
        program =
                Program.start(
                        vertx,
                        ProgramSettings.DEFAULT,
                        target,
                        new ToSources(),
                        new ToLists(),
                        room::add,
                        System::nanoTime);
        for (int i = 0; i < tone.length / 2; i++) {
            tone[2 * i] = (float) (0.2 * Math.sin(2 * Math.PI * 500 * i / 48_000.0));
            tone[2 * i + 1] = tone[2 * i];
        }
    }

    void add(TestSource source) {
        sources.add(source);
        due.add(System.nanoTime());
    }

    /** Lets the room run for so long. */
    void run(long millis) {
        for (long end = System.nanoTime() + millis * 1_000_000; System.nanoTime() < end; ) {
            for (Runnable order = room.poll(); order != null; order = room.poll()) {
                order.run();
            }
            long now = System.nanoTime();
            for (int i = 0; i < sources.size(); i++) {
                TestSource source = sources.get(i);
                if (now >= due.get(i)) {
                    due.set(i, due.get(i) + 1_000_000_000L / source.fps);
                    SourcePicture picture = source.next(now - 20_000_000);
                    if (!frozen.contains(source.id)) {
                        program.onPicture(picture);
                    }
                }
            }
            while (now >= soundAt) {
                int length = opus.encode(tone, 0, SoundTrack.TICK, packet, 0);
                program.onSound(soundAt, tone, packet, length);
                soundAt += 20_000_000;
            }
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() {
        sources.forEach(TestSource::close);
        opus.close();
    }

    private final class ToSources implements Pictures {
        @Override
        public void subscribe(String source) {}

        @Override
        public void unsubscribe(String source) {}

        @Override
        public void showAgain(String source) {}

        @Override
        public void requestKeyFrame(String source) {
            asked.add(source);
            sources.stream()
                    .filter(candidate -> candidate.id.equals(source))
                    .forEach(candidate -> candidate.keyWanted = true);
        }
    }

    private final class ToLists implements ProgramListener {
        @Override
        public void onState(ProgramState state) {
            states.add(state);
        }

        @Override
        public void onWarning(@Nullable Warning warning) {
            warnings.add(warning);
        }

        @Override
        public void onLoss(int percent) {}

        @Override
        public void onCut(@Nullable String source, @Nullable String card) {
            cuts.add(source);
        }
    }
}

package io.rostrum.stage;

import io.rostrum.center.account.Kept;
import io.rostrum.center.account.Traces;
import io.rostrum.center.account.Visitor;
import io.rostrum.center.room.Circular;
import io.rostrum.center.room.Client;
import io.rostrum.center.room.Room;
import io.rostrum.center.room.RoomMedia;
import io.rostrum.center.room.RoomSettings;
import io.rostrum.center.room.Studio;
import io.rostrum.protocol.json.ServerMessageWriter;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ServerMessage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A second of a room in which everybody writes once, with its ten ticks and the bytes of
 * everybody's messages, made as a socket makes them: a hundredth of it in milliseconds is a part of
 * a core. How long the room's thread was held at a stretch, which sound has to wait for, stands
 * below the rows.
 */
public class WritingPeople extends Stage {
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int TICKS = 10;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Param({"100", "300", "500"})
    private int people;

    @Param({"Good morning, we hear you well in Leeds", "大家早上好，我们这里听得很清楚，谢谢主持人"})
    private String text = "";

    private final List<Socket> sockets = new ArrayList<>();
    private Room room = room(1);
    private long now;
    private long longest;
    private long seconds;

    /** A connection whose other end counts. */
    private static final class Socket implements Client {
        long bytes;

        @Override
        public void send(ServerMessage message) {
            write(ServerMessageWriter.write(message));
        }

        @Override
        public void send(Circular circular) {
            write(circular.text(ServerMessageWriter::write));
        }

        private void write(String text) {
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
        }

        @Override
        public void close() {}
    }

    private static Room room(int size) {
        AtomicInteger secrets = new AtomicInteger();
        return new Room(
                "r1",
                "Town hall",
                new RoomSettings(size, Duration.ofSeconds(30)),
                RoomMedia.none(),
                Studio.none(),
                () -> "secret" + secrets.incrementAndGet(),
                InstantSource.system(),
                Kept.NOTHING,
                decided -> {});
    }

    /** Everybody comes in; what that costs is not counted. */
    @Setup
    public void fill() {
        room = room(people);
        for (int i = 0; i < people; i++) {
            Socket socket = new Socket();
            sockets.add(socket);
            room.join(
                    socket,
                    Visitor.guest(new Traces(null, "192.0.2." + i % 250)),
                    new ClientMessage.Join(null, "Guest " + i, "offer", null, null, null),
                    now);
        }
        sockets.forEach(socket -> socket.bytes = 0);
    }

    @Benchmark
    public void second() {
        for (int tick = 0; tick < TICKS; tick++) {
            for (int i = tick; i < people; i += TICKS) {
                Client writer = sockets.get(i);
                held(() -> room.handle(writer, new ClientMessage.Write(null, text), now));
            }
            now += TICK;
            held(() -> room.tick(now));
        }
        seconds++;
    }

    /** By the processor's time: how often others get the machine meanwhile is not the room's. */
    private void held(Runnable work) {
        long began = THREADS.getCurrentThreadCpuTime();
        work.run();
        long took = THREADS.getCurrentThreadCpuTime() - began;
        longest = seconds < WARM ? 0 : Math.max(longest, took);
    }

    /** Seconds after which the code is compiled. */
    private static final int WARM = 200;

    /** What one second was for all of them together. */
    @TearDown
    public void count() {
        long bytes = sockets.stream().mapToLong(socket -> socket.bytes).sum();
        System.out.printf(
                "%d people: %d kB a second for all of them, held for %.1f ms at most%n",
                people, bytes / seconds / 1000, longest / 1e6);
    }
}

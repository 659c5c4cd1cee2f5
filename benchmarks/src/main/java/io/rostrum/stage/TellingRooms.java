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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Somebody in a room switches his microphone: the decision, and the bytes of everybody's message,
 * made as a socket makes them. How many bytes that is for all stands below the table's rows.
 */
public class TellingRooms extends Stage {
    @Param({"10", "30", "100", "300"})
    private int people;

    private final List<Socket> sockets = new ArrayList<>();
    private Room room = room(1);
    private boolean on;
    private long changes;

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
                    0);
        }
        sockets.forEach(socket -> socket.bytes = 0);
    }

    @Benchmark
    public void change() {
        on = !on;
        changes++;
        room.handle(sockets.getFirst(), new ClientMessage.Microphone(null, on), 0);
    }

    /** What one change was for all of them together. */
    @TearDown
    public void count() {
        long bytes = sockets.stream().mapToLong(socket -> socket.bytes).sum();
        System.out.println(people + " people: " + bytes / changes + " bytes for each change");
    }
}

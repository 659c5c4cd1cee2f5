package io.rostrum.streaming.timeline;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes of the layer that a host made, a line of JSON each, appended and forced: what was
 * acknowledged outlives the process. A line that was not written to its end is cut off. Blocking;
 * one writer at a time.
 */
final class LayerLog {
    static final String NAME = "layer.log";

    private static final System.Logger LOG = System.getLogger(LayerLog.class.getName());

    private LayerLog() {}

    static List<LayerEvent> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        List<LayerEvent> events = new ArrayList<>();
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        int from = 0;
        int damaged = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                LayerEvent event = event(bytes, from, at);
                if (event == null) {
                    damaged++;
                } else {
                    events.add(event);
                }
                from = at + 1;
            }
        }
        if (damaged > 0) {
            LOG.log(Level.WARNING, "{0}: {1} lines cannot be read", file, damaged);
        }
        return events;
    }

    /** Up to the end of the last line that is whole. */
    private static long length(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** A line that the disk has damaged costs itself only. */
    private static @Nullable LayerEvent event(byte[] bytes, int from, int to) {
        try {
            String line = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            JsonObject json = new JsonObject(line);
            return LayerEvent.of(json.getLong("at"), json);
        } catch (RuntimeException damaged) {
            return null;
        }
    }

    /** Appends; durable once this returns, and not there at all where it fails. */
    static void append(Path folder, List<LayerEvent> events) throws IOException {
        Path file = folder.resolve(NAME);
        boolean fresh = !Files.exists(file);
        long length = fresh ? 0 : length(file);
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            out.truncate(length);
            write(out, length, events);
        }
        if (fresh) {
            WholeFile.force(folder);
        }
    }

    private static void write(FileChannel out, long length, List<LayerEvent> events)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(lines(events));
        try {
            for (long at = length; bytes.hasRemaining(); ) {
                at += out.write(bytes, at);
            }
            out.force(false);
        } catch (IOException e) {
            out.truncate(length);
            throw e;
        }
    }

    private static byte[] lines(List<LayerEvent> events) {
        StringBuilder lines = new StringBuilder();
        for (LayerEvent event : events) {
            lines.append(event.toJson().put("at", event.at()).encode()).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}

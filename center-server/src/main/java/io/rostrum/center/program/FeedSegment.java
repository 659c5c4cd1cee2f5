package io.rostrum.center.program;

import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One segment that is not acknowledged. Confined to the feed's context. */
final class FeedSegment {
    final long number;
    private List<Buffer> fragments = new ArrayList<>();
    private long bytes;
    private boolean complete;
    private @Nullable Path file;

    FeedSegment(long number) {
        this.number = number;
    }

    void append(Buffer fragment) {
        fragments.add(fragment);
        bytes += fragment.length();
    }

    void complete() {
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    /** Fragments so far; none while the segment is on disk. */
    List<Buffer> fragments() {
        return fragments;
    }

    /** Bytes in memory. */
    long inMemory() {
        return file == null ? bytes : 0;
    }

    /** Bytes of all its fragments. */
    long size() {
        return bytes;
    }

    Buffer whole() {
        Buffer whole = Buffer.buffer((int) bytes);
        fragments.forEach(whole::appendBuffer);
        return whole;
    }

    /** Only the file has it from now on. */
    void movedTo(Path where) {
        file = where;
        fragments = List.of();
    }

    /** Back from its file, which stays until the segment is acknowledged. */
    void loaded(Buffer whole) {
        fragments = List.of(whole);
    }

    boolean onDisk() {
        return file != null && fragments.isEmpty();
    }

    @Nullable Path file() {
        return file;
    }
}

package io.rostrum.protocol.feed;

import java.util.ArrayList;
import java.util.List;

/** One segment that is not acknowledged, in memory, on disk or both. Confined to its sender. */
final class KeptSegment {
    final long number;
    private List<byte[]> fragments = new ArrayList<>();
    private long bytes;
    private boolean complete;
    private boolean stored;
    private boolean dropped;

    KeptSegment(long number) {
        this.number = number;
    }

    void append(byte[] fragment) {
        fragments.add(fragment);
        bytes += fragment.length;
    }

    void complete() {
        complete = true;
    }

    boolean isComplete() {
        return complete;
    }

    /** Bytes in memory. */
    long held() {
        return dropped ? 0 : bytes;
    }

    List<byte[]> fragments() {
        return fragments;
    }

    /** The disk has it too. */
    void stored() {
        stored = true;
    }

    boolean isStored() {
        return stored;
    }

    /** Only the disk has it from now on. */
    void drop() {
        dropped = true;
        fragments = List.of();
    }

    boolean isDropped() {
        return dropped;
    }

    /** Back from the disk, which keeps it until it is acknowledged. */
    void loaded(byte[] whole) {
        dropped = false;
        fragments = List.of(whole);
    }
}

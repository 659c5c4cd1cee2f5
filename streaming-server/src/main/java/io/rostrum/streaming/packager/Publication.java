package io.rostrum.streaming.packager;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * Lets new parts be seen, never two lots within 100 ms: players skip a part that comes too soon
 * after its predecessor, then stall. Confined to one thread.
 */
public final class Publication implements Packager.Listener {
    private static final long APART_NANOS = 100_000_000;

    private final long window;
    private View pending;
    private View visible;
    private long lastNanos;
    private boolean anything;
    private boolean changed;

    /**
     * @param empty the view of a program of which nothing was published yet
     * @param window 1/90000 s that stay listed behind the live edge
     */
    public Publication(View empty, long window) {
        this.pending = empty;
        this.visible = empty;
        this.window = window;
    }

    /** Says when time 0 was captured; before anything is published. */
    public void begins(Instant at) {
        pending = pending.begins(at);
        visible = visible.begins(at);
    }

    @Override
    public void onPart(Part part) {
        pending = pending.with(part, window);
        changed = true;
    }

    @Override
    public void onSegment(long number) {
        pending = pending.closed(number);
        changed = true;
    }

    /** Nothing will be added. */
    public void end() {
        pending = pending.over();
        changed = true;
    }

    public View visible() {
        return visible;
    }

    /** When there is something to publish that may be seen: now, or at a later moment. */
    public OptionalLong dueNanos(long nowNanos) {
        if (!changed) {
            return OptionalLong.empty();
        }
        boolean soon = anything && !pending.ended() && nowNanos - lastNanos < APART_NANOS;
        return OptionalLong.of(soon ? lastNanos + APART_NANOS : nowNanos);
    }

    /** Makes everything visible. */
    public View publish(long nowNanos) {
        anything = true;
        changed = false;
        lastNanos = nowNanos;
        visible = pending;
        return visible;
    }
}

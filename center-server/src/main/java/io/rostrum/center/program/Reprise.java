package io.rostrum.center.program;

import io.rostrum.center.program.Avc.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * What shows the newest picture of a source once more: its pictures since the latest key frame, as
 * long as they are few.
 *
 * <p>A source that is still sends a picture now and then. Shown again with all that it needs, the
 * next one continues it, and nobody has to ask for a key frame. Confined to the program's thread.
 */
final class Reprise {
    private static final int MOST_UNITS = 32;
    private static final int MOST_BYTES = 256 << 10;

    private final List<Unit> units = new ArrayList<>();
    private int bytes;

    void add(Unit unit) {
        if (unit.key()) {
            clear();
        } else if (units.isEmpty()) {
            return;
        }
        units.add(unit);
        bytes += unit.data().length;
        if (units.size() > 1 && (units.size() > MOST_UNITS || bytes > MOST_BYTES)) {
            clear();
        }
    }

    void clear() {
        units.clear();
        bytes = 0;
    }

    /** Whether they are few enough. */
    boolean possible() {
        return !units.isEmpty();
    }

    /** The key frame first. */
    List<Unit> units() {
        return units;
    }
}

package io.rostrum.protocol.signal;

import java.util.Set;

/** What somebody is in a room: a name for a set of rights. */
public enum Role implements WireNamed {
    HOST,
    PARTICIPANT;

    /** What this role comes with. */
    public Set<Right> rights() {
        return switch (this) {
            case HOST -> Set.of(Right.values());
            case PARTICIPANT -> Set.of(Right.CHOOSE);
        };
    }

    /** The name on the wire. */
    @Override
    public String wireName() {
        return Wire.name(this);
    }
}

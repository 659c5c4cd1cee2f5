package io.rostrum.media.ice;

import io.rostrum.media.flow.Path;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** The paths that a peer sent valid checks by lately; few, the oldest goes first. */
public final class Reaches {
    /** A host has a handful of interfaces; more is somebody who collects. */
    static final int AT_MOST = 8;

    /** Told of what comes and goes, to route by it. */
    public interface Watcher {
        /** Told again for known ones, and when one is proven. */
        void onLearnt(Path path);

        void onForgotten(Path path);

        /** Nobody who wants to know. */
        static Watcher none() {
            return new Watcher() {
                @Override
                public void onLearnt(Path path) {}

                @Override
                public void onForgotten(Path path) {}
            };
        }
    }

    private final LinkedHashMap<Path, Reach> known = new LinkedHashMap<>();
    private final Watcher watcher;

    Reaches(Watcher watcher) {
        this.watcher = watcher;
    }

    @Nullable Reach find(Path path) {
        return known.get(path);
    }

    Iterable<Reach> all() {
        return known.values();
    }

    /** The one that a check came by just now; {@code kept} is not forgotten for it. */
    Reach learn(Path path, @Nullable Reach kept) {
        Reach old = known.remove(path);
        Reach reach = old == null ? new Reach(path) : old;
        known.put(path, reach);
        if (known.size() > AT_MOST) {
            forgetOldest(kept);
        }
        watcher.onLearnt(path);
        return reach;
    }

    private void forgetOldest(@Nullable Reach kept) {
        Reach oldest =
                known.values().stream().filter(reach -> reach != kept).findFirst().orElseThrow();
        known.remove(oldest.path());
        watcher.onForgotten(oldest.path());
    }

    /** Whoever is there has answered. */
    void prove(Reach reach, long nowNanos) {
        reach.prove(nowNanos);
        watcher.onLearnt(reach.path());
    }
}

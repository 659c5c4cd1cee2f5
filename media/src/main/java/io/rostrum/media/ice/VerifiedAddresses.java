package io.rostrum.media.ice;

import java.net.InetSocketAddress;
import java.util.LinkedHashSet;

/** The addresses that a peer sent valid checks from lately; few, the oldest goes first. */
public final class VerifiedAddresses {
    /** A host has a handful of interfaces; more is somebody who collects. */
    static final int AT_MOST = 8;

    /** Told of what comes and goes, to route by it. */
    public interface Watcher {
        void onLearnt(InetSocketAddress address);

        void onForgotten(InetSocketAddress address);

        /** Nobody who wants to know. */
        static Watcher none() {
            return new Watcher() {
                @Override
                public void onLearnt(InetSocketAddress address) {}

                @Override
                public void onForgotten(InetSocketAddress address) {}
            };
        }
    }

    private final LinkedHashSet<InetSocketAddress> addresses = new LinkedHashSet<>();
    private final Watcher watcher;

    VerifiedAddresses(Watcher watcher) {
        this.watcher = watcher;
    }

    boolean contains(InetSocketAddress address) {
        return addresses.contains(address);
    }

    /** Told again for known ones: another session may have taken the address in between. */
    void learn(InetSocketAddress address) {
        addresses.remove(address);
        addresses.add(address);
        watcher.onLearnt(address);
        if (addresses.size() > AT_MOST) {
            watcher.onForgotten(addresses.removeFirst());
        }
    }
}

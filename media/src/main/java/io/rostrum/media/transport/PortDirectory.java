package io.rostrum.media.transport;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.flow.Datagrams;
import io.rostrum.media.flow.Path;
import io.rostrum.media.ice.Reaches;
import io.rostrum.media.ice.StunMessage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the transport of a datagram on a port that serves many.
 *
 * <p>Checks by the user fragment they name, answers by who asked, everything else by the path that
 * a valid check came by. Confined to the thread of the port.
 */
public final class PortDirectory {
    private record Entry(Transport transport, Set<Path> paths) {}

    private final Map<String, Entry> byUfrag = new HashMap<>();
    private final Map<Path, Claims> byPath = new HashMap<>();
    private long unroutable;

    /** From now on datagrams find it. */
    public void add(Transport transport) {
        Entry entry = new Entry(transport, new HashSet<>());
        if (byUfrag.putIfAbsent(transport.localUfrag(), entry) != null) {
            throw new IllegalArgumentException("user fragment taken: " + transport.localUfrag());
        }
        transport.watch(
                new Reaches.Watcher() {
                    @Override
                    public void onLearnt(Path path) {
                        entry.paths().add(path);
                        byPath.computeIfAbsent(path, Claims::new).add(transport);
                    }

                    @Override
                    public void onForgotten(Path path) {
                        entry.paths().remove(path);
                        forget(path, transport);
                    }
                });
    }

    private void forget(Path path, Transport transport) {
        Claims claims = byPath.get(path);
        if (claims != null) {
            claims.remove(transport);
            if (claims.isEmpty()) {
                byPath.remove(path);
            }
        }
    }

    /** Forgets it and its paths; nothing happens for an unknown one. */
    public void remove(Transport transport) {
        Entry entry = byUfrag.get(transport.localUfrag());
        if (entry != null && entry.transport() == transport) {
            byUfrag.remove(transport.localUfrag());
            entry.paths().forEach(path -> forget(path, transport));
            transport.watch(Reaches.Watcher.none());
        }
    }

    /** Hands the datagram to its transport, or drops and counts it. Takes the buffer. */
    public void onDatagram(Buffer datagram, Path from, long nowNanos) {
        Transport transport = Datagrams.isStun(datagram) ? meant(datagram, from) : owner(from);
        if (transport == null) {
            unroutable++;
            datagram.release();
        } else {
            transport.onDatagram(datagram, from, nowNanos);
        }
    }

    private @Nullable Transport owner(Path from) {
        Claims claims = byPath.get(from);
        return claims == null ? null : claims.owner();
    }

    private @Nullable Transport meant(Buffer datagram, Path from) {
        StunMessage message = StunMessage.read(datagram);
        if (message == null) {
            return null;
        }
        if (message.isRequest()) {
            String ufrag = message.receiverUfrag();
            Entry entry = ufrag == null ? null : byUfrag.get(ufrag);
            return entry == null ? null : entry.transport();
        }
        Claims claims = byPath.get(from);
        return claims == null ? null : claims.asker(message);
    }

    public int transports() {
        return byUfrag.size();
    }

    /** Paths that somebody claims. */
    public int paths() {
        return byPath.size();
    }

    /** Datagrams that belonged to nobody. */
    public long unroutable() {
        return unroutable;
    }
}

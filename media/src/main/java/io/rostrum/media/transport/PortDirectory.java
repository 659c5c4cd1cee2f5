package io.rostrum.media.transport;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.flow.Datagrams;
import io.rostrum.media.ice.StunMessage;
import io.rostrum.media.ice.VerifiedAddresses;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the transport of a datagram on a port that serves many.
 *
 * <p>STUN by the user fragment it names, everything else by the address that a valid check came
 * from. Confined to the thread of the port.
 */
public final class PortDirectory {
    private record Entry(Transport transport, Set<InetSocketAddress> addresses) {}

    private final Map<String, Entry> byUfrag = new HashMap<>();
    private final Map<InetSocketAddress, Transport> byAddress = new HashMap<>();
    private long unroutable;

    /** From now on datagrams find it. */
    public void add(Transport transport) {
        Entry entry = new Entry(transport, new HashSet<>());
        if (byUfrag.putIfAbsent(transport.localUfrag(), entry) != null) {
            throw new IllegalArgumentException("user fragment taken: " + transport.localUfrag());
        }
        transport.watch(
                new VerifiedAddresses.Watcher() {
                    @Override
                    public void onLearnt(InetSocketAddress address) {
                        entry.addresses().add(address);
                        byAddress.put(address, transport);
                    }

                    @Override
                    public void onForgotten(InetSocketAddress address) {
                        entry.addresses().remove(address);
                        byAddress.remove(address, transport);
                    }
                });
    }

    /** Forgets it and its addresses; nothing happens for an unknown one. */
    public void remove(Transport transport) {
        Entry entry = byUfrag.get(transport.localUfrag());
        if (entry != null && entry.transport() == transport) {
            byUfrag.remove(transport.localUfrag());
            entry.addresses().forEach(address -> byAddress.remove(address, transport));
            transport.watch(VerifiedAddresses.Watcher.none());
        }
    }

    /** Hands the datagram to its transport, or drops and counts it. Takes the buffer. */
    public void onDatagram(Buffer datagram, InetSocketAddress from, long nowNanos) {
        Transport transport = Datagrams.isStun(datagram) ? namedBy(datagram) : byAddress.get(from);
        if (transport == null) {
            unroutable++;
            datagram.release();
        } else {
            transport.onDatagram(datagram, from, nowNanos);
        }
    }

    private @Nullable Transport namedBy(Buffer datagram) {
        StunMessage message = StunMessage.read(datagram);
        String ufrag = message == null ? null : message.receiverUfrag();
        Entry entry = ufrag == null ? null : byUfrag.get(ufrag);
        return entry == null ? null : entry.transport();
    }

    public int transports() {
        return byUfrag.size();
    }

    public int addresses() {
        return byAddress.size();
    }

    /** Datagrams that belonged to nobody. */
    public long unroutable() {
        return unroutable;
    }
}

package io.rostrum.center.peer;

import io.rostrum.center.conversion.Conversions;
import io.rostrum.center.conversion.Converters;
import io.rostrum.center.still.StillMaker;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.transport.PortDirectory;
import io.rostrum.media.transport.Surroundings;
import io.rostrum.net.Loop;
import io.rostrum.net.ServerTime;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * One loop as its peers see it: the port, who is reached by it, and what they all share.
 *
 * @param addresses of the port, as clients reach it
 * @param counters of everything that passes here
 * @param conversions of the whole server
 * @param stills of the whole server
 */
public record Station(
        Loop loop,
        PortDirectory directory,
        List<InetSocketAddress> addresses,
        Surroundings surroundings,
        DtlsIdentity identity,
        ServerTime time,
        LongSupplier nanoClock,
        MediaCounters counters,
        Conversions conversions,
        StillMaker stills) {
    public Station {
        addresses = List.copyOf(addresses);
    }

    /** Opens the loop's port to peers. */
    public static Station open(
            Loop loop,
            List<InetAddress> publicAddresses,
            DtlsIdentity identity,
            SecureRandom random,
            Executor handshakes,
            ServerTime time,
            LongSupplier nanoClock,
            MediaCounters counters,
            Conversions conversions,
            StillMaker stills) {
        PortDirectory directory = new PortDirectory();
        Surroundings surroundings =
                new Surroundings(
                        loop.pool(), loop.port()::send, loop.executor(), handshakes, random);
        loop.executor().execute(() -> loop.port().deliverTo(directory::onDatagram));
        return new Station(
                loop,
                directory,
                publicAddresses.stream()
                        .map(address -> new InetSocketAddress(address, loop.port().number()))
                        .toList(),
                surroundings,
                identity,
                time,
                nanoClock,
                counters,
                conversions,
                stills);
    }

    /** A random SSRC; 0 is none, for it looks like a forgotten one. */
    int ssrc() {
        int ssrc = surroundings.random().nextInt();
        return ssrc == 0 ? 1 : ssrc;
    }

    /** What cannot be shown as it comes is coded anew, if there is room for it. */
    Converters converters() {
        return conversions.on(loop.executor(), nanoClock);
    }

    public long now() {
        return nanoClock.getAsLong();
    }
}

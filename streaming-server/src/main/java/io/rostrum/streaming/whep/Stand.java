package io.rostrum.streaming.whep;

import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.sdp.Answerer;
import io.rostrum.media.sdp.LocalEnd;
import io.rostrum.media.sdp.Negotiated;
import io.rostrum.media.sdp.SdpException;
import io.rostrum.media.transport.PortDirectory;
import io.rostrum.media.transport.Surroundings;
import io.rostrum.net.Apart;
import io.rostrum.net.FaultLog;
import io.rostrum.net.Loop;
import io.rostrum.net.ServerTime;
import io.rostrum.protocol.feed.Id;
import io.rostrum.streaming.directory.Viewers;
import io.rostrum.streaming.live.Live;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The viewers of one loop. Confined to it. */
final class Stand {
    private static final FaultLog FAULTS =
            new FaultLog(System.getLogger(Stand.class.getName()), System::nanoTime);

    private static final Duration TICK = Duration.ofMillis(50);
    private static final int SEEN_TICKS = 40;

    private final Loop loop;
    private final PortDirectory directory = new PortDirectory();
    private final List<InetSocketAddress> addresses;
    private final Surroundings surroundings;
    private final DtlsIdentity identity;
    private final ServerTime time;
    private final LongSupplier nanoClock;
    private final WhepMeters meters;
    private final Viewers seen;
    private final Map<String, Viewer> viewers = new HashMap<>();
    private final Map<Live, Seats> rows = new HashMap<>();
    private int ticks;

    /** A row, how samples come to it, and how many have asked for a seat. */
    private static final class Seats {
        private final Row row = new Row();
        private final Inbox inbox;
        private int taken;

        Seats(Loop loop, WhepMeters meters) {
            inbox = new Inbox(loop.executor(), row, meters::dropped);
        }
    }

    Stand(
            Loop loop,
            List<InetSocketAddress> addresses,
            Surroundings surroundings,
            DtlsIdentity identity,
            ServerTime time,
            LongSupplier nanoClock,
            WhepMeters meters,
            Viewers seen) {
        this.loop = loop;
        this.addresses = List.copyOf(addresses);
        this.surroundings = surroundings;
        this.identity = identity;
        this.time = time;
        this.nanoClock = nanoClock;
        this.meters = meters;
        this.seen = seen;
    }

    /** On the loop. */
    void start() {
        loop.port().deliverTo(directory::onDatagram);
        var _ = loop.every(TICK, this::tick);
    }

    /**
     * Lets somebody in; on the loop.
     *
     * @param person whom he is counted as
     * @return the answer to his offer
     */
    String open(String id, String person, Live program, Entrance.Ticket ticket, String offer)
            throws SdpException {
        assert loop.isCurrent() : "off the viewers' loop";
        IceCredentials ice = IceCredentials.random(surroundings.random());
        LocalEnd end = new LocalEnd(ice, identity.fingerprint(), addresses, Lines.CNAME);
        Negotiated agreed = Answerer.answer(offer, Answerer.Purpose.WATCH, end, this::ssrc);
        Row row = enter(program);
        Viewer viewer;
        try {
            viewer = new Viewer(id, person, program, ticket, agreed, ice, this, row);
        } catch (RuntimeException e) {
            leave(program);
            throw e;
        }
        viewers.put(id, viewer);
        directory.add(viewer.transport());
        return agreed.answer();
    }

    /** The row of a program; the first who comes lets its samples in. */
    private Row enter(Live program) {
        Seats seats = rows.get(program);
        if (seats == null) {
            seats = new Seats(loop, meters);
            rows.put(program, seats);
            program.tap(seats.inbox);
        }
        seats.taken++;
        return seats.row;
    }

    /** A viewer's goodbye; with the last one of a program its samples stay away. */
    void leave(Viewer viewer) {
        Seats seats = rows.get(viewer.program());
        if (seats == null) {
            return;
        }
        seats.row.remove(viewer);
        leave(viewer.program());
    }

    private void leave(Live program) {
        Seats seats = rows.get(program);
        if (seats != null && --seats.taken == 0) {
            rows.remove(program);
            program.untap(seats.inbox);
        }
    }

    /** A random SSRC; 0 is none, for it looks like a forgotten one. */
    private int ssrc() {
        int ssrc = surroundings.random().nextInt();
        return ssrc == 0 ? 1 : ssrc;
    }

    /**
     * Sends somebody away; on the loop.
     *
     * @return whether he was there
     */
    boolean close(String id) {
        Viewer viewer = viewers.get(id);
        if (viewer != null) {
            close(viewer);
        }
        return viewer != null;
    }

    void close(Viewer viewer) {
        if (viewers.remove(viewer.id(), viewer)) {
            try {
                viewer.close();
            } finally {
                directory.remove(viewer.transport());
                viewer.ticket().close();
            }
        }
    }

    void closeAll() {
        Apart.each(viewers.values(), this::close, Stand::notClosed);
    }

    void closeAll(Id channel) {
        List<Viewer> all =
                viewers.values().stream()
                        .filter(viewer -> viewer.program().channel().equals(channel))
                        .toList();
        Apart.each(all, this::close, Stand::notClosed);
    }

    /** Lets time pass; on the loop. */
    void tick() {
        long now = now();
        Apart.each(viewers.values(), viewer -> viewer.tick(now), this::onBroken);
        if (++ticks % SEEN_TICKS == 0) {
            Apart.each(viewers.values(), this::saw, this::onBroken);
        }
    }

    /** A viewer who fails is sent away, once; the others go on. */
    private void onBroken(Viewer viewer, RuntimeException why) {
        FAULTS.tell("a viewer failed", why);
        close(viewer);
    }

    private static void notClosed(Viewer viewer, RuntimeException why) {
        FAULTS.tell("a viewer could not be closed", why);
    }

    /** Counts a viewer who is connected; nobody else watches. */
    void saw(Viewer viewer) {
        if (!viewer.connected()) {
            return;
        }
        seen.saw(viewer.program().channel(), "whep", "", viewer.person(), now());
    }

    Loop loop() {
        return loop;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    DtlsIdentity identity() {
        return identity;
    }

    ServerTime time() {
        return time;
    }

    WhepMeters meters() {
        return meters;
    }

    long now() {
        return nanoClock.getAsLong();
    }
}

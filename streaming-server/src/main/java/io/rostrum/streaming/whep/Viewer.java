package io.rostrum.streaming.whep;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.dtls.DtlsSettings;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.packet.RtcpReader;
import io.rostrum.media.packet.RtcpWriter;
import io.rostrum.media.rtp.Pacer;
import io.rostrum.media.rtp.SendStream;
import io.rostrum.media.sdp.Negotiated;
import io.rostrum.media.transport.State;
import io.rostrum.media.transport.Transport;
import io.rostrum.media.transport.TransportCounters;
import io.rostrum.net.Loop;
import io.rostrum.protocol.cmaf.Sample;
import io.rostrum.streaming.live.Live;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One viewer: his path and his lines, wired to the program. Confined to his loop. */
final class Viewer implements Transport.Listener, Row.Seat {
    private static final long REPORT_NANOS = 1_000_000_000L;

    /**
     * A peer whose handshake we saw end has yet to see it end himself: what comes before that he
     * cannot open, and the key frame would be among it.
     */
    private static final long SETTLING_NANOS = 20_000_000L;

    private static final Duration BURST_PAUSE = Duration.ofMillis(2);

    private final String id;
    private final String person;
    private final Live program;
    private final Stand stand;
    private final Entrance.Ticket ticket;
    private final Transport transport;
    private final Pacer pacer;
    private final Lines lines;
    private final Row row;
    private final Hearing hearing;
    private Loop.@Nullable Rhythm burst;
    private SendStream.@Nullable Counts counted;
    private TransportCounters passed;
    private long reportedAt;
    private long connectedAt;
    private boolean connected;
    private boolean seated;
    private boolean closed;

    Viewer(
            String id,
            String person,
            Live program,
            Entrance.Ticket ticket,
            Negotiated agreed,
            IceCredentials ice,
            Stand stand,
            Row row) {
        this.row = row;
        this.ticket = ticket;
        this.id = id;
        this.person = person;
        this.program = program;
        this.stand = stand;
        transport =
                Transport.server(
                        ice,
                        agreed.remoteUfrag(),
                        agreed.remotePassword(),
                        new DtlsSettings(
                                agreed.role(), stand.identity(), agreed.remoteFingerprint()),
                        stand.surroundings(),
                        this,
                        stand.now());
        pacer = Pacer.none((packet, now) -> transport.sendRtp(packet));
        passed = transport.counters();
        lines =
                new Lines(
                        agreed,
                        new ProgramTime(program.session().startedAt(), stand.time()),
                        stand.loop().pool(),
                        pacer::send,
                        stand.surroundings().random());
        hearing = new Hearing(lines, stand.time(), () -> row.again(this), program::lost);
    }

    @Override
    public void onState(State state) {
        switch (state) {
            case State.New fresh -> {}
            case State.Connected connected -> begin();
            case State.Disconnected silent -> {}
            case State.Lost gone -> stand.close(this);
            case State.Failed failed -> stand.close(this);
            case State.Silent useless -> {
                stand.meters().silent();
                stand.close(this);
            }
            case State.Closed over -> stand.close(this);
        }
    }

    private void begin() {
        if (connected) {
            return;
        }
        if (!ticket.use()) {
            stand.close(this);
            return;
        }
        connected = true;
        connectedAt = stand.now();
        stand.meters().connected();
        stand.saw(this);
    }

    @Override
    public void onGroup(List<CutPicture> pictures) {
        if (!closed) {
            long now = stand.now();
            boolean first = !lines.started();
            lines.group(pictures, now);
            sent(first, now);
        }
    }

    @Override
    public void onPicture(CutPicture picture) {
        if (!closed) {
            long now = stand.now();
            boolean first = !lines.started();
            lines.picture(picture, now);
            sent(first, now);
        }
    }

    @Override
    public void onSound(Sample sound) {
        if (!closed) {
            lines.sound(sound, stand.now());
        }
    }

    private void sent(boolean first, long nowNanos) {
        if (first && lines.started()) {
            report(nowNanos);
        }
        if (burst == null && lines.waits()) {
            burst = stand.loop().every(BURST_PAUSE, this::pump);
        }
    }

    private void pump() {
        if (!lines.pump(stand.now())) {
            stopBurst();
        }
    }

    private void stopBurst() {
        if (burst != null) {
            burst.stop();
            burst = null;
        }
    }

    @Override
    public void onEnded() {
        stand.close(this);
    }

    /** A viewer sends nothing that we want. */
    @Override
    public void onRtp(Buffer packet, long nowNanos) {
        packet.release();
    }

    @Override
    public void onRtcp(Buffer compound, long nowNanos) {
        hearing.at(nowNanos);
        try {
            int malformed = RtcpReader.read(compound, hearing);
            if (malformed > 0) {
                stand.meters().malformed(malformed);
            }
        } finally {
            compound.release();
        }
    }

    /** Lets time pass: 20 times a second. */
    void tick(long nowNanos) {
        transport.tick(nowNanos);
        if (!closed && connected && !seated && nowNanos - connectedAt >= SETTLING_NANOS) {
            seated = true;
            row.add(this);
        }
        if (!closed && lines.started()) {
            lines.tick(nowNanos);
            pacer.tick(nowNanos);
            if (nowNanos - reportedAt >= REPORT_NANOS) {
                report(nowNanos);
                count();
            }
        }
    }

    private void report(long nowNanos) {
        reportedAt = nowNanos;
        RtcpWriter writer = new RtcpWriter(stand.loop().pool().lend());
        lines.report(writer, stand.time().ntp(nowNanos));
        transport.sendRtcp(writer.buffer());
    }

    private void count() {
        SendStream.Counts before = counted;
        SendStream.Counts now = lines.picture().counts();
        stand.meters()
                .sent(
                        now.packets() - (before == null ? 0 : before.packets()),
                        now.repeated() - (before == null ? 0 : before.repeated()),
                        Math.max(0, now.lost() - (before == null ? 0 : before.lost())));
        counted = now;
        TransportCounters path = transport.counters();
        stand.meters()
                .refusedPackets(path.drops() - passed.drops(), path.beside() - passed.beside());
        passed = path;
    }

    void close() {
        if (!closed) {
            closed = true;
            stopBurst();
            stand.leave(this);
            count();
            lines.close();
            pacer.close();
            transport.close();
        }
    }

    String id() {
        return id;
    }

    /** Whom he is counted as. */
    String person() {
        return person;
    }

    boolean connected() {
        return connected;
    }

    Entrance.Ticket ticket() {
        return ticket;
    }

    Live program() {
        return program;
    }

    Transport transport() {
        return transport;
    }
}

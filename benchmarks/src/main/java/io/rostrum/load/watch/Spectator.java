package io.rostrum.load.watch;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.buffer.BufferPool;
import io.rostrum.media.dtls.DtlsIdentity;
import io.rostrum.media.dtls.DtlsSettings;
import io.rostrum.media.flow.Path;
import io.rostrum.media.flow.UdpPath;
import io.rostrum.media.ice.IceCredentials;
import io.rostrum.media.sdp.Accepted;
import io.rostrum.media.sdp.Format;
import io.rostrum.media.sdp.LocalEnd;
import io.rostrum.media.sdp.Offerer;
import io.rostrum.media.sdp.SdpException;
import io.rostrum.media.transport.State;
import io.rostrum.media.transport.Surroundings;
import io.rostrum.media.transport.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One light viewer by WHEP: answers checks, shakes hands, counts what comes and decodes nothing.
 * Confined to the crowd's thread after {@link #connect}.
 */
final class Spectator implements Transport.Listener {
    private static final int SOCKET_BUFFER = 1 << 20;

    private final IceCredentials ice;
    private final DtlsIdentity identity;
    private final Offerer offerer;
    private final DatagramChannel channel;
    private final Arrivals arrivals = new Arrivals();
    private @Nullable Transport transport;
    private State state = new State.New();

    Spectator(DtlsIdentity identity, SecureRandom random) throws IOException {
        this.identity = identity;
        ice = IceCredentials.random(random);
        LocalEnd end = new LocalEnd(ice, identity.fingerprint(), List.of(), "spectator");
        offerer = new Offerer(end, List.of(), List.of(Format.H264), random::nextInt);
        channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
        channel.configureBlocking(false);
    }

    String offer() {
        return offerer.offer();
    }

    void connect(
            String answer,
            BufferPool pool,
            Executor owner,
            Executor handshakes,
            SecureRandom random)
            throws SdpException, IOException {
        Accepted accepted = offerer.accept(answer);
        channel.connect(accepted.servers().getFirst());
        transport =
                Transport.client(
                        ice,
                        accepted.remote(),
                        new UdpPath(accepted.servers().getFirst()),
                        new DtlsSettings(accepted.role(), identity, accepted.remoteFingerprint()),
                        new Surroundings(pool, this::send, owner, handshakes, random),
                        this,
                        System.nanoTime());
    }

    private void send(Buffer datagram, Path to) {
        ByteBuffer bytes = ByteBuffer.wrap(datagram.bytes());
        datagram.release();
        try {
            channel.write(bytes);
        } catch (IOException lost) {
            // As networks do.
        }
    }

    /** Takes what has come; {@code room} is used for it. */
    void read(ByteBuffer room, BufferPool pool) throws IOException {
        for (room.clear(); channel.read(room) > 0; room.clear()) {
            room.flip();
            if (isRtp(room)) {
                arrivals.count(room);
            } else {
                byte[] bytes = new byte[room.remaining()];
                room.get(bytes);
                Buffer datagram = pool.lend(bytes.length);
                datagram.put(0, bytes, 0, bytes.length);
                hand(datagram);
            }
        }
    }

    /** RFC 7983 and RFC 5761: media, but no report. */
    private static boolean isRtp(ByteBuffer datagram) {
        int type = datagram.get(1) & 0xFF;
        return datagram.get(0) < 0 && (type < 192 || type > 223);
    }

    private void hand(Buffer datagram) throws IOException {
        if (transport == null) {
            datagram.release();
        } else {
            transport.onDatagram(
                    datagram,
                    new UdpPath((InetSocketAddress) channel.getRemoteAddress()),
                    System.nanoTime());
        }
    }

    void tick(long nowNanos) {
        if (transport != null) {
            transport.tick(nowNanos);
        }
    }

    @Override
    public void onRtp(Buffer packet, long nowNanos) {
        packet.release();
    }

    @Override
    public void onRtcp(Buffer compound, long nowNanos) {
        compound.release();
    }

    @Override
    public void onState(State newState) {
        state = newState;
    }

    boolean connected() {
        return state instanceof State.Connected;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    DatagramChannel channel() {
        return channel;
    }

    void leave() throws IOException {
        if (transport != null) {
            transport.close();
        }
        channel.close();
    }
}

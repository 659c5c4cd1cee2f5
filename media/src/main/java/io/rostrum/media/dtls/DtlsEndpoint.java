package io.rostrum.media.dtls;

import io.rostrum.media.buffer.Buffer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.TlsFatalAlertReceived;
import org.jspecify.annotations.Nullable;

/**
 * One end of a DTLS connection; confined to the owner's thread.
 *
 * <p>The library's handshake blocks, hence runs on an executor of its own, and all it has to say
 * comes back through the owner's.
 */
public final class DtlsEndpoint {
    /** A handshake that takes longer never ends. */
    public static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(30);

    /** Who wants to know; always called on the owner's thread. */
    public interface Listener {
        void send(byte[] datagram);

        void onKeys(SrtpKeys keys);

        void onFailed(String reason);

        /** The peer said goodbye, or broke the connection after the handshake. */
        void onClosed();
    }

    private enum Phase {
        IDLE,
        SHAKING,
        ESTABLISHED,
        OVER
    }

    private final DtlsSettings settings;
    private final Executor handshakes;
    private final Executor owner;
    private final Listener listener;
    private final Closing closing = new Closing();
    private final DatagramPipe pipe = new DatagramPipe(this::post);
    private final Flight flight;
    private final byte[] scratch = new byte[2048];
    private Phase phase = Phase.IDLE;
    private long startedNanos;
    private @Nullable DTLSTransport established;
    private long overflow;
    private long applicationData;

    public DtlsEndpoint(
            DtlsSettings settings, Executor handshakes, Executor owner, Listener listener) {
        this.settings = settings;
        this.handshakes = handshakes;
        this.owner = owner;
        this.listener = listener;
        this.flight = new Flight(settings.role());
    }

    /** Begins, once. */
    public void start(long nowNanos) {
        if (phase != Phase.IDLE) {
            return;
        }
        phase = Phase.SHAKING;
        startedNanos = nowNanos;
        try {
            handshakes.execute(this::shakeHands);
        } catch (RejectedExecutionException e) {
            fail("no room for another handshake");
        }
    }

    /** On a thread of {@link #handshakes}. */
    private void shakeHands() {
        Negotiation negotiation = new Negotiation(settings);
        try {
            DTLSTransport transport = connect(negotiation);
            SrtpKeys keys = negotiation.keys();
            onOwner(() -> establish(transport, keys));
        } catch (IOException | RuntimeException e) {
            String reason = String.valueOf(e.getMessage());
            onOwner(() -> fail(reason));
        }
    }

    private DTLSTransport connect(Negotiation negotiation) throws IOException {
        return switch (settings.role()) {
            case SERVER ->
                    new DTLSServerProtocol().accept(new ServerRole(negotiation, closing), pipe);
            case CLIENT ->
                    new DTLSClientProtocol().connect(new ClientRole(negotiation, closing), pipe);
        };
    }

    private void onOwner(Runnable task) {
        try {
            owner.execute(task);
        } catch (RejectedExecutionException e) {
            pipe.close(); // The owner is gone: nobody is left to be told.
        }
    }

    private void post(byte[] datagram) {
        onOwner(() -> {
            if (phase != Phase.OVER) {
                listener.send(datagram);
            }
        });
    }

    private void establish(DTLSTransport transport, SrtpKeys keys) {
        if (phase == Phase.SHAKING) {
            phase = Phase.ESTABLISHED;
            established = transport;
            pipe.handOver(this::sendUnlessAlert);
            listener.onKeys(keys);
            drain();
        }
    }

    /**
     * Does not own the datagram.
     *
     * @return false when it was no DTLS and therefore dropped
     */
    public boolean onDatagram(Buffer datagram) {
        if (!DtlsRecords.areWhole(datagram)) {
            return false;
        }
        if (phase == Phase.OVER) {
            overflow++;
            return true;
        }
        if (phase == Phase.ESTABLISHED) {
            offer(datagram.bytes());
            drain();
        } else {
            flight.onDatagram(datagram.bytes()).forEach(this::offer);
        }
        return true;
    }

    private void offer(byte[] datagram) {
        if (!pipe.offer(datagram)) {
            overflow++;
        }
    }

    /** After the handshake only alerts and the peer's repeated last flight matter. */
    private void drain() {
        try {
            while (phase == Phase.ESTABLISHED && established != null) {
                if (established.receive(scratch, 0, scratch.length, 1) > 0) {
                    applicationData++;
                }
            }
        } catch (InterruptedIOException e) {
            // All that had come was read; see DatagramPipe.
        } catch (IOException e) {
            onBroken(e);
        }
    }

    /**
     * An alert of the peer ends the connection; a record that upsets the library does not, since
     * anybody can forge one and media has its keys already.
     */
    private void onBroken(IOException e) {
        if (closing.byPeer() || e instanceof TlsFatalAlertReceived) {
            over();
            listener.onClosed();
        } else {
            established = null;
        }
    }

    /** The library answers a forged record by an alert, at which the peer would hang up. */
    private void sendUnlessAlert(byte[] datagram) {
        if (phase == Phase.OVER || !DtlsRecords.isAlert(datagram)) {
            listener.send(datagram);
        }
    }

    /** Ends a handshake that takes too long. */
    public void tick(long nowNanos) {
        if (phase == Phase.SHAKING && nowNanos - startedNanos >= HANDSHAKE_TIMEOUT.toNanos()) {
            fail("the DTLS handshake did not end in " + HANDSHAKE_TIMEOUT.toSeconds() + " s");
        }
    }

    private void fail(String reason) {
        if (phase == Phase.SHAKING) {
            over();
            listener.onFailed(reason);
        }
    }

    private void over() {
        phase = Phase.OVER;
        pipe.close();
    }

    /** Says goodbye where there is somebody to say it to, and frees the handshake's thread. */
    public void close() {
        boolean goodbye = phase == Phase.ESTABLISHED;
        phase = Phase.OVER;
        if (goodbye && established != null) {
            try {
                established.close();
            } catch (IOException e) {
                // It was our last word; whether it was heard does not matter.
            }
        }
        over();
    }

    /** Datagrams lost because the handshake did not keep up, or it is over. */
    public long overflow() {
        return overflow;
    }

    /** Records of application data, which have no meaning here. */
    public long applicationData() {
        return applicationData;
    }
}

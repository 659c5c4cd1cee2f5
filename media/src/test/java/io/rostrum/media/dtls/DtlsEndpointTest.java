package io.rostrum.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rostrum.media.buffer.Buffer;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.UseSRTPData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our server against clients that are not ours. */
@Timeout(30)
class DtlsEndpointTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final DtlsIdentity ours = DtlsIdentity.create(RANDOM, Instant.EPOCH);
    private final DtlsIdentity theirs = DtlsIdentity.create(RANDOM, Instant.EPOCH);
    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Outcome outcome = new Outcome();
    private final DtlsEndpoint server =
            new DtlsEndpoint(
                    new DtlsSettings(
                            DtlsRole.SERVER,
                            ours,
                            theirs.fingerprint(),
                            SrtpProfile.PREFERENCE,
                            Duration.ofMillis(5)),
                    threads,
                    tasks::add,
                    outcome);
    private final DatagramPipe toClient =
            new DatagramPipe(bytes -> tasks.add(() -> server.onDatagram(Buffer.wrap(bytes))));

    private final class Outcome implements DtlsEndpoint.Listener {
        SrtpKeys keys;
        String failure;
        boolean closed;

        @Override
        public void send(byte[] datagram) {
            toClient.offer(datagram);
        }

        @Override
        public void onKeys(SrtpKeys newKeys) {
            keys = newKeys;
        }

        @Override
        public void onFailed(String reason) {
            failure = reason;
        }

        @Override
        public void onClosed() {
            closed = true;
        }

        boolean isKnown() {
            return keys != null || failure != null;
        }
    }

    /** A client of DTLS 1.2 with faults to choose. */
    private class Stranger extends DefaultTlsClient {
        boolean masterSecretIsExtended = true;
        boolean hasCertificate = true;
        boolean wantsMedia = true;

        Stranger() {
            super(theirs.crypto());
        }

        @Override
        protected ProtocolVersion[] getSupportedVersions() {
            return ProtocolVersion.DTLSv12.only();
        }

        @Override
        public boolean shouldUseExtendedMasterSecret() {
            return masterSecretIsExtended;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public Hashtable getClientExtensions() throws IOException {
            Hashtable extensions =
                    TlsExtensionsUtils.ensureExtensionsInitialised(super.getClientExtensions());
            if (wantsMedia) {
                int[] profiles = SrtpProfile.numbers(SrtpProfile.PREFERENCE);
                TlsSRTPUtils.addUseSRTPExtension(
                        extensions, new UseSRTPData(profiles, new byte[0]));
            }
            return extensions;
        }

        @Override
        public TlsAuthentication getAuthentication() {
            return new TlsAuthentication() {
                @Override
                public void notifyServerCertificate(TlsServerCertificate certificate) {}

                @Override
                public TlsCredentials getClientCredentials(CertificateRequest request) {
                    return hasCertificate ? theirs.signer(context) : null;
                }
            };
        }
    }

    @AfterEach
    void nothingGoesOnRunning() {
        server.close();
        toClient.close();
        threads.close();
    }

    private void meet(Stranger stranger) throws InterruptedException {
        assertThat(connect(stranger)).isNotNull();
    }

    private Future<DTLSTransport> connect(Stranger stranger) throws InterruptedException {
        server.start(0);
        Future<DTLSTransport> connection =
                threads.submit(() -> new DTLSClientProtocol().connect(stranger, toClient));
        runUntilKnown();
        return connection;
    }

    private void runUntilKnown() throws InterruptedException {
        while (!outcome.isKnown()) {
            run();
        }
    }

    private void run() throws InterruptedException {
        Runnable task = tasks.poll(20, TimeUnit.SECONDS);
        assertThat(task).as("something goes on").isNotNull();
        task.run();
    }

    @Test
    void acceptsAStrangerWhoDoesEverythingRight() throws Exception {
        meet(new Stranger());
        assertThat(outcome.failure).isNull();
        assertThat(outcome.keys.profile()).isEqualTo(SrtpProfile.AEAD_AES_128_GCM);
    }

    @Test
    void refusesAPeerWithoutExtendedMasterSecret() throws Exception {
        Stranger old = new Stranger();
        old.masterSecretIsExtended = false;
        meet(old);
        assertThat(outcome.failure).contains("handshake_failure");
    }

    @Test
    void refusesAPeerWithoutCertificate() throws Exception {
        Stranger masked = new Stranger();
        masked.hasCertificate = false;
        meet(masked);
        assertThat(outcome.failure).contains("no certificate");
    }

    @Test
    void refusesAPeerThatDoesNotWantMedia() throws Exception {
        Stranger browserOfNothing = new Stranger();
        browserOfNothing.wantsMedia = false;
        meet(browserOfNothing);
        assertThat(outcome.failure).contains("no protection of media in common");
    }

    @Test
    void ignoresButCountsApplicationDataAndNoticesTheGoodbye() throws Exception {
        Future<DTLSTransport> connection = connect(new Stranger());
        DTLSTransport client = connection.get(10, TimeUnit.SECONDS);
        client.send(new byte[] {1, 2, 3}, 0, 3);
        while (server.applicationData() == 0) {
            run();
        }
        assertThat(outcome.closed).isFalse();
        client.close();
        while (!outcome.closed) {
            run();
        }
    }

    @Test
    void losesDatagramsThatComeFasterThanTheyAreRead() {
        DtlsEndpoint idle =
                new DtlsEndpoint(
                        new DtlsSettings(DtlsRole.SERVER, ours, theirs.fingerprint()),
                        never -> {},
                        tasks::add,
                        outcome);
        idle.start(0);
        for (int i = 0; i < DatagramPipe.AT_MOST + 3; i++) {
            idle.onDatagram(Buffer.wrap(new byte[] {22, -2, -3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
        }
        assertThat(idle.overflow()).isEqualTo(3);
    }

    @Test
    void takesStrongHashesOnly() {
        assertThat(List.of("sha-256", "SHA-256"))
                .allSatisfy(name -> new Fingerprint(name, ours.fingerprint().hash()));
        assertThatThrownBy(() -> new Fingerprint("md5", "00:11"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package io.rostrum.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.fuzz.Mutations;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DatagramTransport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever comes in a handshake, it ends with a reason and nothing else escapes. */
class DtlsFuzzTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final DtlsIdentity server = DtlsIdentity.create(RANDOM, Instant.EPOCH);
    private final DtlsIdentity client = DtlsIdentity.create(RANDOM, Instant.EPOCH);

    @ParameterizedTest
    @EnumSource
    void aHandshakeOfDamagedDatagramsEndsWithAReason(DtlsRole role) throws Exception {
        fuzz(role, 20_000);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void amongAMillionDamagedDatagramsEveryHandshakeEndsWithAReason(DtlsRole role)
            throws Exception {
        fuzz(role, 1_000_000);
    }

    private void fuzz(DtlsRole role, int datagrams) throws Exception {
        List<byte[]> whole = heardBy(role);
        Mutations mutations = new Mutations(6347, whole);
        Random random = new Random(9147);
        int read = 0;
        int deep = 0;
        while (read < datagrams) {
            // some begin as they should, so that what comes later is looked at too
            Tape tape = new Tape(whole.subList(0, random.nextInt(whole.size())), mutations);
            assertThat(reason(role, tape)).isNotBlank();
            read += tape.read;
            deep += tape.sent > 0 ? 1 : 0;
        }
        assertThat(deep).as("handshakes that got an answer").isGreaterThan(datagrams / 1000);
    }

    /** As {@link DtlsEndpoint} does it on the thread of a handshake. */
    private String reason(DtlsRole role, DatagramTransport line) {
        try {
            connect(role, line);
            return "they agreed";
        } catch (IOException | RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private SrtpKeys connect(DtlsRole role, DatagramTransport line) throws IOException {
        Closing closing = new Closing();
        Negotiation negotiation = new Negotiation(settings(role));
        switch (role) {
            case SERVER ->
                    new DTLSServerProtocol().accept(new ServerRole(negotiation, closing), line);
            case CLIENT ->
                    new DTLSClientProtocol().connect(new ClientRole(negotiation, closing), line);
        }
        return negotiation.keys();
    }

    private DtlsSettings settings(DtlsRole role) {
        return switch (role) {
            case SERVER -> new DtlsSettings(role, server, client.fingerprint());
            case CLIENT -> new DtlsSettings(role, client, server.fingerprint());
        };
    }

    /** What one side gets in a handshake that succeeds. */
    private List<byte[]> heardBy(DtlsRole role) throws Exception {
        List<byte[]> heard = new CopyOnWriteArrayList<>();
        DatagramPipe[] ends = new DatagramPipe[2];
        for (DtlsRole end : DtlsRole.values()) {
            ends[end.ordinal()] =
                    new DatagramPipe(datagram -> {
                        if (end != role) {
                            heard.add(datagram);
                        }
                        ends[1 - end.ordinal()].offer(datagram);
                    });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SrtpKeys>> keys = new ArrayList<>();
            for (DtlsRole end : DtlsRole.values()) {
                keys.add(threads.submit(() -> connect(end, ends[end.ordinal()])));
            }
            assertThat(keys.getFirst().get(20, TimeUnit.SECONDS)).isNotNull();
            assertThat(keys.getLast().get(20, TimeUnit.SECONDS)).isNotNull();
        }
        return List.copyOf(heard);
    }

    /** A line that plays some whole datagrams and then damaged ones, and is cut. */
    private static final class Tape implements DatagramTransport {
        private static final int LENGTH = 20;
        private final List<byte[]> whole;
        private final Mutations mutations;
        private int read;
        private int sent;

        Tape(List<byte[]> whole, Mutations mutations) {
            this.whole = whole;
            this.mutations = mutations;
        }

        @Override
        public int receive(byte[] target, int from, int length, int waitMillis) throws IOException {
            if (read == whole.size() + LENGTH) {
                throw new IOException("the line was cut");
            }
            byte[] next = read < whole.size() ? whole.get(read) : mutations.next();
            read++;
            int count = Math.min(next.length, length);
            System.arraycopy(next, 0, target, from, count);
            return count;
        }

        @Override
        public void send(byte[] source, int from, int length) {
            sent++;
        }

        @Override
        public int getReceiveLimit() {
            return 2048;
        }

        @Override
        public int getSendLimit() {
            return 1200;
        }

        @Override
        public void close() {}
    }
}

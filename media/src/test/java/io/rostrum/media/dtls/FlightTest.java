package io.rostrum.media.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlightTest {
    private static final byte[] HELLO = message(1, 0, 40, 0, 40);
    private static final byte[] CERTIFICATE = message(11, 1, 30, 0, 30);
    private static final byte[] KEY_EXCHANGE = message(16, 2, 20, 0, 20);
    private static final byte[] VERIFY = message(15, 3, 10, 0, 10);
    private static final byte[] CHANGE = record(20, 0, new byte[] {1});
    private static final byte[] FINISHED = record(22, 1, new byte[48]);
    private final Flight toServer = new Flight(DtlsRole.SERVER);
    private final List<byte[]> passed = new ArrayList<>();

    @Test
    void leavesAFlightInOneDatagramAsItIs() {
        arrives(HELLO);
        byte[] whole = joined(CERTIFICATE, KEY_EXCHANGE, VERIFY, CHANGE, FINISHED);
        assertThat(toServer.onDatagram(whole)).containsExactly(whole);
    }

    @Test
    void keepsTheChangeOfKeysUntilALostVerifyWasRepeated() {
        arrives(HELLO, CERTIFICATE, KEY_EXCHANGE, CHANGE, FINISHED);
        assertThat(passed).containsExactly(HELLO, CERTIFICATE, KEY_EXCHANGE);
        arrives(VERIFY);
        assertThat(passed)
                .containsExactly(HELLO, CERTIFICATE, KEY_EXCHANGE, VERIFY, CHANGE, FINISHED);
    }

    @Test
    void keepsTheChangeOfKeysUntilEachMessageBeforeItHasCome() {
        arrives(HELLO, CERTIFICATE, VERIFY, CHANGE, FINISHED);
        assertThat(passed).containsExactly(HELLO, CERTIFICATE, VERIFY);
        arrives(KEY_EXCHANGE);
        assertThat(passed).endsWith(KEY_EXCHANGE, CHANGE, FINISHED);
    }

    @Test
    void countsTheFragmentsOfAMessage() {
        arrives(HELLO, CERTIFICATE, KEY_EXCHANGE, message(15, 3, 10, 4, 6), CHANGE);
        assertThat(passed).doesNotContain(CHANGE);
        arrives(message(15, 3, 10, 0, 5));
        assertThat(passed).endsWith(CHANGE);
    }

    @Test
    void putsWhatIsSealedBehindTheChangeOfKeys() {
        arrives(HELLO, CERTIFICATE, KEY_EXCHANGE, VERIFY, FINISHED);
        assertThat(passed).doesNotContain(FINISHED);
        arrives(CHANGE);
        assertThat(passed).endsWith(CHANGE, FINISHED);
    }

    @Test
    void doesSoForAServersLastFlightToo() {
        Flight toClient = new Flight(DtlsRole.CLIENT);
        assertThat(toClient.onDatagram(FINISHED)).isEmpty();
        assertThat(toClient.onDatagram(CHANGE)).containsExactly(CHANGE, FINISHED);
    }

    @Test
    void letsAllPassOnceTheKeysWereChanged() {
        arrives(HELLO, CERTIFICATE, KEY_EXCHANGE, VERIFY, CHANGE);
        byte[] again = joined(CERTIFICATE, KEY_EXCHANGE, VERIFY, CHANGE, FINISHED);
        assertThat(toServer.onDatagram(again)).containsExactly(again);
    }

    @Test
    void keepsAHandfulHoweverMuchComes() {
        arrives(HELLO);
        for (int i = 0; i < 1_000; i++) {
            arrives(FINISHED);
        }
        arrives(CERTIFICATE, KEY_EXCHANGE, VERIFY, CHANGE);
        assertThat(passed.stream().filter(one -> Arrays.equals(one, FINISHED))).hasSize(8);
    }

    @Test
    void takesNoNoteOfMessagesThatCannotBe() {
        arrives(message(15, 200, 10, 0, 10), message(15, 3, 4, 2, 9), CHANGE);
        assertThat(passed).doesNotContain(CHANGE);
    }

    private void arrives(byte[]... datagrams) {
        for (byte[] datagram : datagrams) {
            passed.addAll(toServer.onDatagram(datagram));
        }
    }

    private static byte[] message(int type, int number, int length, int from, int count) {
        byte[] body = new byte[12 + count];
        body[0] = (byte) type;
        body[3] = (byte) length;
        body[5] = (byte) number;
        body[8] = (byte) from;
        body[11] = (byte) count;
        return record(22, 0, body);
    }

    private static byte[] record(int type, int epoch, byte[] body) {
        byte[] record = new byte[13 + body.length];
        record[0] = (byte) type;
        record[1] = (byte) 0xFE;
        record[2] = (byte) 0xFD;
        record[4] = (byte) epoch;
        record[12] = (byte) body.length;
        System.arraycopy(body, 0, record, 13, body.length);
        return record;
    }

    private static byte[] joined(byte[]... records) {
        return Arrays.stream(records)
                .reduce(
                        new byte[0],
                        (before, next) -> {
                            byte[] both = Arrays.copyOf(before, before.length + next.length);
                            System.arraycopy(next, 0, both, before.length, next.length);
                            return both;
                        });
    }
}

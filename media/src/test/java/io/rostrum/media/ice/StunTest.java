package io.rostrum.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.fuzz.Mutations;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of RFC 5769, both ways from one table. */
class StunTest {
    private static final String PASSWORD = "VOkJxbRl1RmTxUk/WvJxBt";
    private static final byte[] TRANSACTION = hex("b7e7a701bc34d686fa87dfae");
    private static final byte SPACE = ' ';

    record Vector(
            String name,
            String bytes,
            StunWriter written,
            String software,
            InetSocketAddress mapped) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Vector> vectors() {
        return Stream.of(
                new Vector(
                        "request, section 2.1",
                        """
                        000100582112a442b7e7a701bc34d686fa87dfae\
                        802200105354554e207465737420636c69656e74\
                        002400046e0001ff80290008932ff9b151263b36\
                        000600096576746a3a68367659202020\
                        000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a2\
                        80280004e57a3bcf\
                        """,
                        StunWriter.of(Stun.BINDING_REQUEST, TRANSACTION)
                                .text(Stun.SOFTWARE, "STUN test client", SPACE)
                                .priority(0x6E0001FFL)
                                .controlled(0x932FF9B151263B36L)
                                .text(Stun.USERNAME, "evtj:h6vY", SPACE),
                        "STUN test client",
                        null),
                new Vector(
                        "IPv4 response, section 2.2",
                        """
                        0101003c2112a442b7e7a701bc34d686fa87dfae\
                        8022000b7465737420766563746f7220002000080001a147e112a643\
                        000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7\
                        80280004c07d4c96\
                        """,
                        StunWriter.of(Stun.BINDING_SUCCESS, TRANSACTION)
                                .text(Stun.SOFTWARE, "test vector", SPACE)
                                .mappedAddress(new InetSocketAddress("192.0.2.1", 32853)),
                        "test vector",
                        new InetSocketAddress("192.0.2.1", 32853)),
                new Vector(
                        "IPv6 response, section 2.3",
                        """
                        010100482112a442b7e7a701bc34d686fa87dfae\
                        8022000b7465737420766563746f7220\
                        002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9\
                        00080014a382954e4be67bf11784c97c8292c275bfe3ed41\
                        80280004c8fb0b4c\
                        """,
                        StunWriter.of(Stun.BINDING_SUCCESS, TRANSACTION)
                                .text(Stun.SOFTWARE, "test vector", SPACE)
                                .mappedAddress(
                                        new InetSocketAddress(
                                                "2001:db8:1234:5678:11:2233:4455:6677", 32853)),
                        "test vector",
                        new InetSocketAddress("2001:db8:1234:5678:11:2233:4455:6677", 32853)));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsTheVectorsOfRfc5769(Vector vector) {
        StunMessage message = StunMessage.read(Buffer.wrap(hex(vector.bytes())));
        assertThat(message).isNotNull();
        assertThat(message.isFrom(PASSWORD)).isTrue();
        assertThat(message.isFrom("another password, too long")).isFalse();
        assertThat(message.software()).isEqualTo(vector.software());
        assertThat(message.mappedAddress()).isEqualTo(vector.mapped());
        assertThat(message.transaction()).isEqualTo(TRANSACTION);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void writesTheVectorsOfRfc5769(Vector vector) {
        assertThat(vector.written().signed(PASSWORD)).isEqualTo(hex(vector.bytes()));
    }

    @Test
    void readsWhatAControllingAgentSays() {
        StunMessage request =
                StunMessage.read(Buffer.wrap(hex(vectors().findFirst().orElseThrow().bytes())));
        assertThat(request.isRequest()).isTrue();
        assertThat(request.username()).isEqualTo("evtj:h6vY");
        assertThat(request.receiverUfrag()).isEqualTo("evtj");
        assertThat(request.priority()).isEqualTo(0x6E0001FFL);
        assertThat(request.senderIsControlled()).isTrue();
        assertThat(request.useCandidate()).isFalse();
    }

    @Test
    void readsWithinABufferThatDoesNotStartAtZero() {
        byte[] bytes = hex(vectors().findFirst().orElseThrow().bytes());
        StunMessage message = StunMessage.read(Buffer.copyOf(bytes, 0, bytes.length));
        assertThat(message.isFrom(PASSWORD)).isTrue();
    }

    @Test
    void doesNotBelieveWhatStandsBehindTheIntegrity() {
        byte[] signed =
                StunWriter.of(Stun.BINDING_REQUEST, TRANSACTION).username("a:b").signed(PASSWORD);
        byte[] longer = java.util.Arrays.copyOf(signed, signed.length - 8 + 4);
        longer[3] = (byte) (longer.length - 20);
        longer[longer.length - 4] = 0;
        longer[longer.length - 3] = Stun.USE_CANDIDATE;
        longer[longer.length - 2] = 0;
        longer[longer.length - 1] = 0;
        StunMessage message = StunMessage.read(Buffer.wrap(longer));
        assertThat(message.isFrom(PASSWORD)).isTrue();
        assertThat(message.useCandidate()).isFalse();
    }

    @Test
    void refusesAMessageWhoseFingerprintIsWrong() {
        byte[] bytes = hex(vectors().findFirst().orElseThrow().bytes());
        bytes[30] ^= 1;
        assertThat(StunMessage.read(Buffer.wrap(bytes))).isNull();
    }

    @Test
    void neverThrowsWhateverComes() {
        fuzz(50_000);
    }

    @Test
    @Tag("slow")
    void neverThrowsWhateverComesAMillionTimes() {
        fuzz(1_000_000);
    }

    private static void fuzz(int times) {
        List<byte[]> valid = vectors().map(vector -> hex(vector.bytes())).toList();
        Mutations mutations = new Mutations(5769, valid);
        int read = 0;
        for (int i = 0; i < times; i++) {
            StunMessage message = StunMessage.read(Buffer.wrap(mutations.next()));
            if (message != null) {
                read++;
                assertThat(message.isFrom("no password of anybody")).isFalse();
            }
        }
        assertThat(read).isPositive();
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }
}

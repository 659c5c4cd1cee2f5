package io.rostrum.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H264PayloadsTest {
    private static final int MOST_BYTES = 1150;

    private record Payload(byte[] bytes, boolean last) {}

    private static List<Payload> cut(byte[] unit) {
        List<Payload> payloads = new ArrayList<>();
        new H264Payloads(MOST_BYTES)
                .cut(
                        unit,
                        (bytes, length, last) ->
                                payloads.add(new Payload(Arrays.copyOf(bytes, length), last)));
        return payloads;
    }

    private static byte[] nal(int header, int size, Random random) {
        byte[] nal = new byte[size];
        random.nextBytes(nal);
        nal[0] = (byte) header;
        return nal;
    }

    private static byte[] unit(List<byte[]> nals) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] nal : nals) {
            out.writeBytes(ByteBuffer.allocate(4).putInt(nal.length).array());
            out.writeBytes(nal);
        }
        return out.toByteArray();
    }

    /** RFC 6184, the receiver's side. */
    private static List<byte[]> joined(List<Payload> payloads) {
        List<byte[]> nals = new ArrayList<>();
        ByteArrayOutputStream fragments = new ByteArrayOutputStream();
        for (Payload payload : payloads) {
            byte[] bytes = payload.bytes();
            int type = bytes[0] & 0x1F;
            if (type == 24) {
                ByteBuffer in = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
                while (in.hasRemaining()) {
                    byte[] nal = new byte[in.getShort()];
                    in.get(nal);
                    nals.add(nal);
                }
            } else if (type == 28) {
                if ((bytes[1] & 0x80) != 0) {
                    fragments.reset();
                    fragments.write(bytes[0] & 0x60 | bytes[1] & 0x1F);
                }
                fragments.write(bytes, 2, bytes.length - 2);
                if ((bytes[1] & 0x40) != 0) {
                    nals.add(fragments.toByteArray());
                }
            } else {
                nals.add(bytes);
            }
        }
        return nals;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsCutCanBeJoinedAgain(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<byte[]> nals = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(5); i++) {
                nals.add(nal(0x65, 1 + random.nextInt(random.nextBoolean() ? 50 : 5000), random));
            }
            List<Payload> payloads = cut(unit(nals));
            assertThat(joined(payloads).toArray(byte[][]::new))
                    .isDeepEqualTo(nals.toArray(byte[][]::new));
            assertThat(payloads).allMatch(payload -> payload.bytes().length <= MOST_BYTES);
            assertThat(payloads.getLast().last()).isTrue();
            assertThat(payloads.stream().filter(Payload::last)).hasSize(1);
        }
    }

    @Test
    void parameterSetsTravelTogether() {
        Random random = new Random(1);
        List<Payload> payloads =
                cut(
                        unit(
                                List.of(
                                        nal(0x67, 12, random),
                                        nal(0x68, 5, random),
                                        nal(0x65, 3000, random))));
        assertThat(payloads.getFirst().bytes()[0] & 0x1F).isEqualTo(24);
        assertThat(payloads.get(1).bytes()[0] & 0x1F).isEqualTo(28);
        assertThat(payloads).hasSize(4);
    }

    @Test
    void aLengthThatIsALieTakesWhatIsThere() {
        assertThat(cut(new byte[] {0x7F, 0, 0, 0, 0x65, 1})).hasSize(1);
        assertThat(cut(new byte[] {-1, 0, 0, 0, 0x65, 1})).hasSizeLessThan(2);
        assertThat(cut(new byte[] {0, 0})).isEmpty();
    }
}

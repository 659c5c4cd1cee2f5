package io.rostrum.protocol.cmaf;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.corpus.Corpus;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing but a CmafException may come out of bytes from a stranger. */
class CmafFuzzTest {
    private static final byte[] FRAGMENT =
            FragmentWriter.write(
                    5,
                    List.of(
                            new Sample(1, 90000, 3000, true, new byte[40]),
                            new Sample(1, 93000, 3000, false, new byte[20]),
                            new Sample(2, 48000, 1024, true, new byte[30])));
    private static final byte[] INIT =
            InitSegment.of(InitTest.VIDEO, Track.Aac.stereo(2), Track.Opus.stereo(3)).bytes();

    @Test
    void fiftyThousandInputs() {
        fuzz(50_000, 1);
    }

    @Test
    @Tag("slow")
    void aMillionInputs() {
        fuzz(1_000_000, 2);
    }

    private static void fuzz(int inputs, long seed) {
        Random random = new Random(seed);
        AtomicInteger read = new AtomicInteger();
        Consumer<byte[]> fragments =
                Corpus.through("fragment", bytes -> read.addAndGet(fragment(bytes)));
        Consumer<byte[]> beginnings = Corpus.through("init", bytes -> read.addAndGet(init(bytes)));
        for (int i = 0; i < inputs; i++) {
            fragments.accept(mutated(FRAGMENT, random));
            beginnings.accept(mutated(INIT, random));
        }
        assertThat(read.get()).isGreaterThan(inputs / 100);
    }

    /** In two pieces, cut somewhere, but always there for the same bytes. */
    private static int fragment(byte[] bytes) {
        FragmentReader reader = new FragmentReader(new FragmentReader.Limits(4096, 4096));
        try {
            int cut = Math.floorMod(Arrays.hashCode(bytes), bytes.length + 1);
            reader.read(bytes, 0, cut, sample -> {});
            reader.read(bytes, cut, bytes.length - cut, sample -> {});
            return 1;
        } catch (CmafException refused) {
            return refused.getMessage().isBlank() ? -1000 : 0;
        }
    }

    private static int init(byte[] bytes) {
        try {
            InitSegment.read(bytes);
            return 1;
        } catch (CmafException refused) {
            return refused.getMessage().isBlank() ? -1000 : 0;
        }
    }

    private static byte[] mutated(byte[] valid, Random random) {
        if (random.nextInt(10) == 0) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes =
                random.nextInt(5) == 0
                        ? Arrays.copyOf(valid, random.nextInt(valid.length + 50))
                        : valid.clone();
        for (int i = random.nextInt(6); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            bytes[at] =
                    (byte)
                            switch (random.nextInt(4)) {
                                case 0 -> 0;
                                case 1 -> 0xFF;
                                case 2 -> bytes[at] ^ 1 << random.nextInt(8);
                                default -> random.nextInt(256);
                            };
        }
        return bytes;
    }
}

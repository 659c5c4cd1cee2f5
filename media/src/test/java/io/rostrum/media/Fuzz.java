package io.rostrum.media;

import io.rostrum.corpus.Corpus;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Feeds a parser with random bytes and with damaged valid inputs, always the same for a seed. */
public final class Fuzz {
    public static final int QUICK = 50_000;
    public static final int THOROUGH = 1_000_000;

    private Fuzz() {}

    /** The corpus of that name first. */
    public static void feed(
            String corpus, int inputs, long seed, List<byte[]> valid, Consumer<byte[]> parser) {
        feed(inputs, seed, valid, Corpus.through(corpus, parser));
    }

    public static void feed(int inputs, long seed, List<byte[]> valid, Consumer<byte[]> parser) {
        Random random = new Random(seed);
        for (int i = 0; i < inputs; i++) {
            byte[] input = input(random, valid);
            byte[] before = input.clone();
            try {
                parser.accept(input);
            } catch (RuntimeException | Error e) {
                String hex = HexFormat.of().formatHex(before);
                throw new AssertionError("input " + i + " of seed " + seed + ": " + hex, e);
            }
        }
    }

    private static byte[] input(Random random, List<byte[]> valid) {
        if (random.nextInt(4) == 0) {
            byte[] noise = new byte[random.nextInt(random.nextBoolean() ? 24 : 200)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] input = valid.get(random.nextInt(valid.size())).clone();
        int damages = random.nextInt(5);
        for (int i = 0; i < damages && input.length > 0; i++) {
            input = damage(random, input);
        }
        return input;
    }

    private static byte[] damage(Random random, byte[] input) {
        int at = random.nextInt(Math.min(input.length, random.nextBoolean() ? 32 : 2000));
        switch (random.nextInt(4)) {
            case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> input[at] = (byte) random.nextInt();
            case 2 -> input[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
            default -> {
                return Arrays.copyOf(input, random.nextInt(input.length + 8));
            }
        }
        return input;
    }
}

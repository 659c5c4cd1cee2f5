package io.rostrum.media.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Broken relatives of valid inputs, the same for the same seed. */
public final class Mutations {
    private final Random random;
    private final List<byte[]> valid;

    public Mutations(long seed, List<byte[]> valid) {
        this.random = new Random(seed);
        this.valid = valid;
    }

    public byte[] next() {
        byte[] input = pick().clone();
        switch (random.nextInt(8)) {
            case 0 -> {
                input = new byte[random.nextInt(200)];
                random.nextBytes(input);
            }
            case 1 -> input = Arrays.copyOf(input, random.nextInt(input.length + 1));
            case 2 -> input = Arrays.copyOf(input, input.length + random.nextInt(40));
            case 3 -> input = splice(input, pick());
            default -> flip(input, 1 + random.nextInt(8));
        }
        return input;
    }

    private byte[] pick() {
        return valid.get(random.nextInt(valid.size()));
    }

    private byte[] splice(byte[] head, byte[] tail) {
        int from = random.nextInt(head.length + 1);
        int cut = random.nextInt(tail.length + 1);
        byte[] both = Arrays.copyOf(head, from + tail.length - cut);
        System.arraycopy(tail, cut, both, from, tail.length - cut);
        return both;
    }

    private void flip(byte[] input, int times) {
        for (int i = 0; i < times && input.length > 0; i++) {
            int at =
                    random.nextInt(
                            random.nextBoolean() ? Math.min(24, input.length) : input.length);
            input[at] =
                    random.nextBoolean()
                            ? (byte) random.nextInt(256)
                            : (byte) (input[at] ^ 1 << random.nextInt(8));
        }
    }
}

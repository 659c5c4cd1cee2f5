package io.rostrum.center.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClientMessageFuzzTest {
    private static final List<String> VALID =
            List.of(
                    "{\"type\":\"join\",\"name\":\"Ana\",\"offer\":\"v=0\",\"hostKey\":\"k\"}",
                    "{\"type\":\"choose\",\"selection\":{\"kind\":\"participant\",\"id\":\"p2\"}}",
                    "{\"type\":\"lock\",\"on\":true,\"selection\":{\"kind\":\"speaker\"}}",
                    "{\"type\":\"mute\",\"participant\":\"p2\",\"line\":\"audio\",\"on\":true}",
                    "{\"type\":\"broadcast\",\"on\":true,\"title\":\"News\",\"ref\":\"1\"}",
                    "{\"type\":\"source\",\"source\":\"screen\"}");
    private static final String SPICE = "{}[]\":,\\0123456789eE.-+tfn\u0000\uD800\u20AC ";

    @Test
    void nothingEscapesFromFiftyThousandTexts() {
        fuzz(50_000, 1);
    }

    @Test
    @Tag("slow")
    void nothingEscapesFromAMillionTexts() {
        fuzz(1_000_000, 2);
    }

    private static void fuzz(int count, long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < count; i++) {
            try {
                assertThat((Object) ClientMessageReader.read(text(random))).isNotNull();
                read++;
            } catch (BadMessage expected) {
                assertThat(expected.detail()).isNotBlank();
            }
        }
        assertThat(read).as("some mutations are harmless").isPositive().isLessThan(count);
    }

    private static String text(Random random) {
        if (random.nextInt(4) == 0) {
            return noise(random, random.nextInt(80));
        }
        StringBuilder text = new StringBuilder(VALID.get(random.nextInt(VALID.size())));
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            change(random, text);
        }
        return text.toString();
    }

    private static void change(Random random, StringBuilder text) {
        int at = random.nextInt(Math.max(1, text.length()));
        switch (random.nextInt(4)) {
            case 0 -> text.insert(at, noise(random, 1 + random.nextInt(3)));
            case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
            case 2 -> text.insert(at, VALID.get(random.nextInt(VALID.size())));
            default -> {
                if (!text.isEmpty()) {
                    text.setCharAt(at, SPICE.charAt(random.nextInt(SPICE.length())));
                }
            }
        }
    }

    private static String noise(Random random, int length) {
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < length; i++) {
            noise.append(
                    random.nextBoolean()
                            ? SPICE.charAt(random.nextInt(SPICE.length()))
                            : (char) random.nextInt(0x10000));
        }
        return noise.toString();
    }
}

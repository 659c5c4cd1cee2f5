package io.rostrum.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.corpus.Corpus;
import io.rostrum.protocol.signal.ClientMessage;
import io.rostrum.protocol.signal.ServerMessage;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Golden messages, broken in all ways: what is read is written and read again as the same. */
class MessageFuzzTest {
    private static final String SPICE = "{}[]\":,\\0123456789eE.-+tfn\u0000\uD800\u20AC ";
    private static final List<String> CLIENT =
            Golden.CLIENT.keySet().stream().map(name -> GoldenTest.text("client", name)).toList();
    private static final List<String> SERVER =
            Golden.SERVER.keySet().stream().map(name -> GoldenTest.text("server", name)).toList();

    /** Reads a text and, where it is one of ours, writes and reads it again. */
    private interface Trip {
        /** Whether it was a message. */
        boolean make(String text) throws BadMessage;
    }

    @Test
    void nothingEscapesFromTwentyThousandTexts() {
        fuzz("client", CLIENT, MessageFuzzTest::clientTrip, 20_000, 1);
        fuzz("server", SERVER, MessageFuzzTest::serverTrip, 20_000, 2);
    }

    @Test
    @Tag("slow")
    void nothingEscapesFromAMillionTexts() {
        fuzz("client", CLIENT, MessageFuzzTest::clientTrip, 500_000, 3);
        fuzz("server", SERVER, MessageFuzzTest::serverTrip, 500_000, 4);
    }

    private static boolean clientTrip(String text) throws BadMessage {
        ClientMessage message = ClientMessageReader.read(text);
        assertThat(ClientMessageReader.read(ClientMessageWriter.write(message))).isEqualTo(message);
        return true;
    }

    private static boolean serverTrip(String text) throws BadMessage {
        ServerMessage message = ServerMessageReader.read(text).orElse(null);
        if (message == null) {
            return false;
        }
        assertThat(ServerMessageReader.read(ServerMessageWriter.write(message))).contains(message);
        return true;
    }

    private static void fuzz(String corpus, List<String> valid, Trip trip, int count, long seed) {
        Random random = new Random(seed);
        AtomicInteger read = new AtomicInteger();
        Consumer<byte[]> reader =
                Corpus.through(corpus, bytes -> read.addAndGet(take(trip, text(bytes))));
        read.set(0);
        for (int i = 0; i < count; i++) {
            reader.accept(bytes(text(valid, random)));
        }
        assertThat(read.get()).as("some mutations are harmless").isPositive().isLessThan(count);
    }

    private static int take(Trip trip, String text) {
        try {
            return trip.make(text) ? 1 : 0;
        } catch (BadMessage expected) {
            assertThat(expected.detail()).isNotBlank();
            return 0;
        }
    }

    /** UTF-16 as it is: half a surrogate pair, which no coding lets through, stays one. */
    private static byte[] bytes(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }

    private static String text(byte[] bytes) {
        return ByteBuffer.wrap(bytes).asCharBuffer().toString();
    }

    private static String text(List<String> valid, Random random) {
        if (random.nextInt(4) == 0) {
            return noise(random, random.nextInt(80));
        }
        StringBuilder text = new StringBuilder(valid.get(random.nextInt(valid.size())));
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            change(valid, random, text);
        }
        return text.toString();
    }

    private static void change(List<String> valid, Random random, StringBuilder text) {
        int at = random.nextInt(Math.max(1, text.length()));
        switch (random.nextInt(4)) {
            case 0 -> text.insert(at, noise(random, 1 + random.nextInt(3)));
            case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
            case 2 -> text.insert(at, valid.get(random.nextInt(valid.size())));
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

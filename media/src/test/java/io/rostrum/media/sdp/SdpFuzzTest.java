package io.rostrum.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.rostrum.corpus.Corpus;
import io.rostrum.media.fuzz.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Any garbage is either met or refused in words. */
class SdpFuzzTest {
    @Test
    void anyOfferIsAnsweredOrRefused() {
        fuzz(50_000, 8866);
    }

    @Test
    @Tag("long")
    void anyOfAMillionOffersIsAnsweredOrRefused() {
        IntStream.range(0, 4).parallel().forEach(part -> fuzz(250_000, 9143 + part));
    }

    private static void fuzz(int times, long seed) {
        List<String> offers = List.of(Offers.of("ffmpeg-whip"), Offers.of("obs-whip"), ours());
        Mutations mutations =
                new Mutations(
                        seed,
                        offers.stream().map(o -> o.getBytes(StandardCharsets.UTF_8)).toList());
        Random random = new Random(seed + 1);
        AtomicInteger answered = new AtomicInteger();
        Consumer<byte[]> parser = Corpus.through("sdp", input -> answered.addAndGet(take(input)));
        for (int i = 0; i < times; i++) {
            parser.accept(
                    i % 2 == 0
                            ? mutations.next()
                            : shuffled(offers.get(i % offers.size()), random)
                                    .getBytes(StandardCharsets.UTF_8));
        }
        assertThat(answered.get()).isBetween(times / 100, times - times / 100);
    }

    /** A third of all for a meeting, always the same ones. */
    private static int take(byte[] input) {
        String offer = new String(input, StandardCharsets.UTF_8);
        return answer(offer, Math.floorMod(offer.hashCode(), 3) == 0);
    }

    private static int answer(String offer, boolean meeting) {
        try {
            String answer =
                    meeting ? Offers.meeting(offer).answer() : Offers.ingest(offer).answer();
            Description.read(answer);
            return 1;
        } catch (SdpException e) {
            assertThat(e.reason()).isNotBlank();
            return 0;
        }
    }

    /** Whole lines lost, doubled, or cut in two with another. */
    private static String shuffled(String offer, Random random) {
        StringBuilder text = new StringBuilder();
        List<String> lines = offer.lines().toList();
        for (String line : lines) {
            String other = lines.get(random.nextInt(lines.size()));
            switch (random.nextInt(60)) {
                case 0 -> text.append(other);
                case 1 -> {}
                case 2 -> text.append(line).append("\r\n").append(line);
                case 3 ->
                        text.append(line, 0, random.nextInt(line.length() + 1))
                                .append(other.substring(random.nextInt(other.length() + 1)));
                case 4 -> text.append(line.replaceAll("[0-9]+", "" + random.nextLong()));
                default -> text.append(line);
            }
            text.append("\r\n");
        }
        return text.toString();
    }

    private static String ours() {
        return new Offerer(
                        Offers.end(),
                        List.of(Format.H264, Format.VP8),
                        List.of(Format.H264, Format.VP8),
                        Offers.ssrcs())
                .offer();
    }
}

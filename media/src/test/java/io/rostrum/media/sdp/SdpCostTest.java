package io.rostrum.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reading costs is told by what it allocates, which does not depend on the machine. */
class SdpCostTest {
    private static final String HEAD =
            "v=0\r\n"
                    + "a=ice-ufrag:abcd\r\n"
                    + "a=ice-pwd:abcdefghijklmnopqrstuvwx\r\n"
                    + "a=fingerprint:sha-256 "
                    + String.join(":", java.util.Collections.nCopies(32, "00"))
                    + "\r\n";

    /** Offers of four times the size, in one respect each. */
    enum Growing {
        CODECS_AND_FEEDBACK(n ->
                video(n)
                        + lines(n, i -> "rtpmap:" + i + " H264/90000")
                        + lines(12 * n, i -> "rtcp-fb:" + i % n + " nack pli")),
        FEEDBACK_FOR_ALL(n ->
                video(n)
                        + lines(n, i -> "rtpmap:" + i + " H264/90000")
                        + lines(12 * n, i -> "rtcp-fb:* nack pli")),
        PARAMETERS(n ->
                video(n)
                        + lines(n, i -> "rtpmap:" + i + " H264/90000")
                        + lines(12 * n, i -> "fmtp:" + i % n + " apt=" + i % n)),
        EXTENSIONS(n -> video(1) + lines(12 * n, i -> "extmap:" + i + " urn:x")),
        CANDIDATES(n ->
                video(1) + lines(12 * n, i -> "candidate:" + i + " 1 udp 1 1.2.3.4 9 typ host"));

        private final IntFunction<String> offer;

        Growing(IntFunction<String> offer) {
            this.offer = offer;
        }
    }

    private static String video(int formats) {
        return HEAD
                + "m=video 9 UDP/TLS/RTP/SAVPF "
                + IntStream.range(0, formats).mapToObj(i -> "" + i).collect(Collectors.joining(" "))
                + "\r\na=mid:0\r\n";
    }

    private static String lines(int count, IntFunction<String> attribute) {
        return IntStream.range(0, count)
                .mapToObj(i -> "a=" + attribute.apply(i) + "\r\n")
                .collect(Collectors.joining());
    }

    private static long cost(String offer) throws SdpException {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Description description = Description.read(offer);
        long cost = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(description.lines()).hasSize(1);
        return cost;
    }

    @ParameterizedTest
    @EnumSource
    void anOfferOfFourTimesTheSizeCostsFourTimesAsMuch(Growing growing) throws SdpException {
        cost(growing.offer.apply(30));
        double small = cost(growing.offer.apply(30));
        double large = cost(growing.offer.apply(120));
        assertThat(large / small).as("16 when one thing is read for each of another").isLessThan(6);
    }

    @Test
    void anOfferHasABoundOfBytesLinesAndFormats() {
        assertThatThrownBy(() -> Description.read(video(129))).hasMessageContaining("formats");
        assertThatThrownBy(() -> Description.read(video(1) + lines(2048, i -> "x")))
                .hasMessageContaining("lines");
        assertThatThrownBy(() -> Description.read(video(1) + "a=" + "x".repeat(1 << 16)))
                .hasMessageContaining("long");
    }
}

package io.rostrum.media.sdp;

import io.rostrum.media.dtls.Fingerprint;
import io.rostrum.media.ice.IceCredentials;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** Descriptions as strangers wrote them, and an end of our own. */
final class Offers {
    static final List<String> NAMES =
            List.of("chromium-meeting", "chromium-whip-simulcast", "ffmpeg-whip", "obs-whip");

    private Offers() {}

    static String of(String name) {
        try (InputStream in = Offers.class.getResourceAsStream(name + ".sdp")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LocalEnd end(int... ports) {
        return new LocalEnd(
                new IceCredentials("SERVERUF", "serverpasswordserverpass"),
                new Fingerprint("sha-256", String.join(":", Collections.nCopies(32, "AB"))),
                Arrays.stream(ports)
                        .mapToObj(port ->
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .toList(),
                "rostrum");
    }

    /** 1001, 1002 and so on. */
    static IntSupplier ssrcs() {
        return new AtomicInteger(1000)::incrementAndGet;
    }

    static Negotiated meeting(String offer) throws SdpException {
        return Answerer.answer(offer, Answerer.Purpose.MEETING, end(10000), ssrcs());
    }

    static Negotiated ingest(String offer) throws SdpException {
        return Answerer.answer(offer, Answerer.Purpose.INGEST, end(10000), ssrcs());
    }

    /** The lines of a description from one that begins so, up to the next media line. */
    static List<String> section(String sdp, int index) {
        String[] sections = sdp.split("(?m)^(?=m=)");
        return sections[index + 1].lines().toList();
    }
}

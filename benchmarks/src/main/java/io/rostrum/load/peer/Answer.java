package io.rostrum.load.peer;

import io.rostrum.media.dtls.Fingerprint;
import io.rostrum.media.ice.IceCredentials;
import java.net.InetSocketAddress;
import java.util.List;

/** What of the server's answer a client needs. */
record Answer(IceCredentials ice, Fingerprint fingerprint, InetSocketAddress server) {
    /**
     * @throws IllegalArgumentException when something is missing or malformed
     */
    static Answer of(String sdp) {
        List<String> lines = sdp.lines().toList();
        String[] fingerprint = value(lines, "a=fingerprint:").split(" ", 2);
        String[] candidate = value(lines, "a=candidate:").split(" ");
        return new Answer(
                new IceCredentials(value(lines, "a=ice-ufrag:"), value(lines, "a=ice-pwd:")),
                new Fingerprint(fingerprint[0], fingerprint[1]),
                new InetSocketAddress(candidate[4], Integer.parseInt(candidate[5])));
    }

    private static String value(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + prefix + " in the answer"));
    }
}

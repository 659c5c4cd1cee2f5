package io.rostrum.media.sdp;

import io.rostrum.media.dtls.Fingerprint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an offer or answer of a stranger means, as far as it concerns all of its lines. */
record Description(
        String ufrag,
        String password,
        Fingerprint fingerprint,
        String setup,
        boolean lite,
        Set<String> bundled,
        List<InetSocketAddress> candidates,
        List<Line> lines) {
    private static final int UFRAG_AT_MOST = 256;
    private static final int LINES_AT_MOST = 32;
    private static final int CANDIDATES_AT_MOST = 32;

    Description {
        bundled = Set.copyOf(bundled);
        candidates = List.copyOf(candidates);
        lines = List.copyOf(lines);
    }

    /**
     * Reads any text.
     *
     * @throws SdpException and nothing else when there is no use for it
     */
    static Description read(String text) throws SdpException {
        Sdp.Session session = Sdp.Session.parse(text);
        if (session.media().isEmpty() || session.media().size() > LINES_AT_MOST) {
            throw new SdpException("no media lines, or too many");
        }
        List<Line> lines = new ArrayList<>();
        Set<String> mids = new HashSet<>();
        for (Sdp.Media media : session.media()) {
            Line line = Line.of(media, session);
            if (!line.mid().isEmpty() && !mids.add(line.mid())) {
                throw new SdpException("two lines have the same mid");
            }
            lines.add(line);
        }
        return new Description(
                word(session, lines, "ice-ufrag", "no ICE user fragment"),
                word(session, lines, "ice-pwd", "no ICE password"),
                fingerprint(session, lines),
                common(session, lines, "setup").stream().findFirst().orElse("actpass"),
                session.has("ice-lite"),
                bundled(session),
                candidates(lines),
                lines);
    }

    /** Of the session or of the lines that are in use; bundled ones all say the same. */
    private static List<String> common(Sdp.Session session, List<Line> lines, String name) {
        List<String> values = new ArrayList<>();
        lines.stream()
                .filter(line -> line.kind() != Kind.OTHER && !line.isRejected())
                .forEach(line -> line.media().all(name).forEach(values::add));
        session.all(name).forEach(values::add);
        lines.forEach(line -> line.media().all(name).forEach(values::add));
        return values;
    }

    private static String word(Sdp.Session session, List<Line> lines, String name, String otherwise)
            throws SdpException {
        String value = common(session, lines, name).stream().findFirst().orElse("");
        if (value.isEmpty() || value.length() > UFRAG_AT_MOST) {
            throw new SdpException(otherwise);
        }
        return value;
    }

    private static Fingerprint fingerprint(Sdp.Session session, List<Line> lines)
            throws SdpException {
        for (String value : common(session, lines, "fingerprint")) {
            String[] words = value.split(" +");
            try {
                if (words.length == 2) {
                    return new Fingerprint(words[0], words[1]);
                }
            } catch (IllegalArgumentException e) {
                // An algorithm that we do not take; another line may name one that we do.
            }
        }
        throw new SdpException("no DTLS fingerprint (sha-256, sha-384 or sha-512)");
    }

    private static Set<String> bundled(Sdp.Session session) {
        Set<String> mids = new HashSet<>();
        session.all("group")
                .filter(value -> value.startsWith("BUNDLE "))
                .forEach(value -> mids.addAll(List.of(value.substring(7).strip().split(" +"))));
        return mids;
    }

    /** Addresses over UDP. RFC 8839 section 5.1; names (mDNS) are not looked up. */
    private static List<InetSocketAddress> candidates(List<Line> lines) throws SdpException {
        Set<InetSocketAddress> addresses = new LinkedHashSet<>();
        for (Line line : lines) {
            for (String value : line.media().all("candidate").limit(CANDIDATES_AT_MOST).toList()) {
                String[] words = value.split(" +");
                if (words.length >= 6 && words[2].equalsIgnoreCase("udp")) {
                    int port = Numbers.within(words[5], 0, 65535, "port");
                    try {
                        addresses.add(new InetSocketAddress(InetAddress.ofLiteral(words[4]), port));
                    } catch (IllegalArgumentException e) {
                        // A name instead of an address.
                    }
                }
            }
        }
        return List.copyOf(addresses);
    }
}

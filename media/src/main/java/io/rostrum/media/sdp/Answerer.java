package io.rostrum.media.sdp;

import io.rostrum.media.dtls.DtlsRole;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Reads an offer and writes the answer to it. RFC 9429 section 5.3. */
public final class Answerer {
    /** Who offers. */
    public enum Purpose {
        /** A participant: one audio line, one video line up, one video line down. */
        MEETING,
        /** An encoder by WHIP (RFC 9725): audio and video up, whatever the order. */
        INGEST,
        /** A viewer by WHEP: H.264 down, and sound where he wants it, whatever the order. */
        WATCH
    }

    private static final Set<Feedback> VIDEO_FEEDBACK = EnumSet.allOf(Feedback.class);
    private static final Set<Feedback> AUDIO_FEEDBACK = EnumSet.of(Feedback.TRANSPORT_CC);

    private final Description offer;
    private final Purpose purpose;
    private final LocalEnd end;
    private final IntSupplier newSsrc;
    private @Nullable MediaLine audio;
    private @Nullable MediaLine up;
    private @Nullable MediaLine down;

    private Answerer(Description offer, Purpose purpose, LocalEnd end, IntSupplier newSsrc) {
        this.offer = offer;
        this.purpose = purpose;
        this.end = end;
        this.newSsrc = newSsrc;
    }

    /**
     * Agrees on what can be agreed on.
     *
     * @param newSsrc gives a fresh random one each time
     * @throws SdpException when the offer cannot be read or met; says why in words
     */
    public static Negotiated answer(
            String offer, Purpose purpose, LocalEnd end, IntSupplier newSsrc) throws SdpException {
        return new Answerer(Description.read(offer), purpose, end, newSsrc).answer();
    }

    private Negotiated answer() throws SdpException {
        DtlsRole role = role();
        List<Sdp.Media> lines = new ArrayList<>();
        List<String> mids = new ArrayList<>();
        for (Line line : offer.lines()) {
            MediaLine agreed = line.isRejected() ? null : agree(line);
            if (agreed == null) {
                lines.add(LineWriter.reject(line.media(), line.mid()));
            } else {
                require(agreed, line);
                mids.add(agreed.mid());
                String setup = role == DtlsRole.SERVER ? "passive" : "active";
                lines.add(
                        LineWriter.write(
                                agreed,
                                line.media().protocol(),
                                end,
                                setup,
                                line.media().has("rtcp-rsize")));
            }
        }
        requireSomething();
        return new Negotiated(
                session(mids, lines).write(Integer.toUnsignedString(newSsrc.getAsInt())),
                offer.ufrag(),
                offer.password(),
                offer.fingerprint(),
                role,
                audio,
                up,
                down);
    }

    private static Sdp.Session session(List<String> mids, List<Sdp.Media> lines) {
        return new Sdp.Session(
                List.of(
                        new Sdp.Attribute("ice-lite", ""),
                        new Sdp.Attribute("group", "BUNDLE " + String.join(" ", mids)),
                        new Sdp.Attribute("msid-semantic", "WMS *")),
                lines);
    }

    /** RFC 5763 section 5: we are passive unless the peer insists on it himself. */
    private DtlsRole role() throws SdpException {
        return switch (offer.setup()) {
            case "actpass", "active" -> DtlsRole.SERVER;
            case "passive" -> DtlsRole.CLIENT;
            default -> throw new SdpException("setup is neither actpass, active nor passive");
        };
    }

    private void require(MediaLine agreed, Line line) throws SdpException {
        if (agreed.mid().isEmpty()) {
            throw new SdpException("a line has no mid");
        }
        if (!offer.bundled().contains(agreed.mid())) {
            throw new SdpException("all lines have to be in one BUNDLE group");
        }
        if (!line.media().has("rtcp-mux")) {
            throw new SdpException("rtcp-mux is missing");
        }
        if (!line.media().protocol().startsWith("UDP/TLS/RTP/SAVP")) {
            throw new SdpException("media has to be protected: UDP/TLS/RTP/SAVPF");
        }
    }

    private void requireSomething() throws SdpException {
        if (purpose == Purpose.MEETING && audio == null) {
            throw new SdpException("no audio line");
        }
        if (purpose == Purpose.WATCH && (down == null || down.outgoing() == null)) {
            throw new SdpException("no video line that receives");
        }
        if (audio == null && up == null && down == null) {
            throw new SdpException("nothing to receive: no audio and no video line");
        }
    }

    /** The line's part in the connection, or null when it has none. */
    private @Nullable MediaLine agree(Line line) throws SdpException {
        if (purpose == Purpose.WATCH) {
            return watched(line);
        }
        boolean meeting = purpose == Purpose.MEETING;
        if (line.kind() == Kind.AUDIO && audio == null) {
            audio = line(line, meeting, opus(line), AUDIO_FEEDBACK);
            return audio;
        }
        if (line.kind() != Kind.VIDEO) {
            return null;
        }
        if (meeting && down == null && line.direction() == Direction.RECVONLY) {
            down = line(line, true, pictures(line), VIDEO_FEEDBACK);
            return down;
        }
        if (up == null && line.direction() != Direction.RECVONLY) {
            up = line(line, false, List.of(pictures(line).getFirst()), VIDEO_FEEDBACK);
            return up;
        }
        return null;
    }

    /** Whatever he would send is not wanted. */
    private @Nullable MediaLine watched(Line line) throws SdpException {
        if (!line.direction().receives()) {
            return null;
        }
        if (line.kind() == Kind.AUDIO && audio == null) {
            audio = muted(line(line, true, opus(line), AUDIO_FEEDBACK));
            return audio;
        }
        if (line.kind() == Kind.VIDEO && down == null) {
            down = muted(line(line, true, h264(line), VIDEO_FEEDBACK));
            return down;
        }
        return null;
    }

    private static MediaLine muted(MediaLine line) {
        return new MediaLine(
                line.mid(),
                line.kind(),
                Direction.of(true, false),
                line.codecs(),
                line.extensions(),
                List.of(),
                line.outgoing(),
                List.of());
    }

    private static List<Codec> h264(Line line) throws SdpException {
        List<Codec> h264 =
                pictures(line).stream().filter(codec -> codec.format() == Format.H264).toList();
        if (h264.isEmpty()) {
            throw new SdpException("no H264 with packetization-mode=1 in the video line");
        }
        return h264;
    }

    private MediaLine line(Line line, boolean maySend, List<Codec> codecs, Set<Feedback> wanted) {
        boolean sends = maySend && line.direction().receives();
        List<Codec> agreed =
                codecs.stream()
                        .map(c -> c.without(!c.feedback().contains(Feedback.NACK), wanted))
                        .toList();
        boolean rtx = agreed.stream().anyMatch(codec -> codec.rtx().isPresent());
        return new MediaLine(
                line.mid(),
                line.kind(),
                Direction.of(sends, line.direction().sends()),
                agreed,
                line.extensions(),
                line.streams(),
                sends ? stream(rtx) : null,
                line.rids());
    }

    private MediaLine.Stream stream(boolean rtx) {
        int ssrc = newSsrc.getAsInt();
        return new MediaLine.Stream(
                ssrc, rtx ? OptionalInt.of(newSsrc.getAsInt()) : OptionalInt.empty());
    }

    /** RFC 7587 section 7.1: what we like to receive. */
    private List<Codec> opus(Line line) throws SdpException {
        Codec offered = Codec.first(line.codecs(), Format.OPUS);
        if (offered == null) {
            throw new SdpException("no Opus in the audio line");
        }
        boolean stereo = purpose == Purpose.INGEST || offered.isStereo();
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("minptime", "10");
        parameters.put("useinbandfec", "1");
        parameters.put("usedtx", "0");
        parameters.put("stereo", stereo ? "1" : "0");
        if (stereo && purpose != Purpose.INGEST) {
            parameters.put("sprop-stereo", "1");
        }
        return List.of(offered.with(parameters));
    }

    /** H.264 before VP8, and of H.264 what every decoder takes first; one of each. */
    private static List<Codec> pictures(Line line) throws SdpException {
        List<Codec> pictures = new ArrayList<>();
        List<Codec> h264 =
                line.codecs().stream()
                        .filter(c -> c.format() == Format.H264 && c.isInterleavable())
                        .toList();
        h264.stream()
                .filter(Codec::isConstrainedBaseline)
                .findFirst()
                .or(() -> h264.stream().findFirst())
                .ifPresent(codec -> pictures.add(codec.with(h264Answer(codec))));
        Codec vp8 = Codec.first(line.codecs(), Format.VP8);
        if (vp8 != null) {
            pictures.add(vp8.with(Map.of()));
        }
        if (pictures.isEmpty()) {
            throw new SdpException(
                    "neither H264 with packetization-mode=1 nor VP8 in a video line");
        }
        return pictures;
    }

    /** RFC 6184 section 8.2.2: profile and mode as offered. */
    private static Map<String, String> h264Answer(Codec offered) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("level-asymmetry-allowed", "1");
        parameters.put("packetization-mode", "1");
        String profile = offered.parameters().getOrDefault("profile-level-id", "42e01f");
        parameters.put("profile-level-id", profile.matches("[0-9a-fA-F]{6}") ? profile : "42e01f");
        return parameters;
    }
}

package io.rostrum.media.sdp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a media line of a stranger means. */
record Line(
        Sdp.Media media,
        Kind kind,
        String mid,
        Direction direction,
        List<Codec> codecs,
        Map<Extension, Integer> extensions,
        List<MediaLine.Stream> streams,
        List<String> rids) {
    /** RFC 8866 section 9, token; the length is what fits into a header extension. */
    private static final Pattern TOKEN = Pattern.compile("[!#-'*+.0-9A-Z^_`a-z{|}~-]{1,32}");

    private static final int EXTENSION_AT_MOST = 14;
    private static final int STREAMS_AT_MOST = 16;

    /** Rejected by its writer. RFC 9429 section 5.2.1. */
    boolean isRejected() {
        return media.port() == 0 && !media.has("bundle-only");
    }

    static Line of(Sdp.Media media, Sdp.Session session) throws SdpException {
        Kind kind = Kind.of(media.kind());
        String mid = media.first("mid").orElse("");
        if (!mid.isEmpty() && !TOKEN.matcher(mid).matches()) {
            throw new SdpException("a mid is not a token");
        }
        if (kind == Kind.OTHER) {
            Direction none = Direction.INACTIVE;
            return new Line(media, kind, mid, none, List.of(), Map.of(), List.of(), List.of());
        }
        return new Line(
                media,
                kind,
                mid,
                direction(media, session),
                codecs(media, kind),
                extensions(media, session),
                streams(media),
                rids(media));
    }

    private static Direction direction(Sdp.Media media, Sdp.Session session) {
        for (Sdp.Section section : List.of(media, session)) {
            for (Direction direction : Direction.values()) {
                if (section.has(direction.word())) {
                    return direction;
                }
            }
        }
        return Direction.SENDRECV;
    }

    /** Those that we know, in the writer's order. */
    private static List<Codec> codecs(Sdp.Media media, Kind kind) throws SdpException {
        Map<String, String> maps = byFirstWord(media, "rtpmap");
        Map<String, String> parameters = byFirstWord(media, "fmtp");
        Map<Integer, Integer> rtx = retransmissions(media, maps, parameters);
        Map<String, Set<Feedback>> feedback = feedback(media);
        Set<Feedback> forAll = feedback.getOrDefault("*", Set.of());
        List<Codec> codecs = new ArrayList<>();
        for (String number : new LinkedHashSet<>(media.formats())) {
            Format format = Format.of(kind, codecName(maps.get(number))).orElse(null);
            if (format != null) {
                int type = payloadType(number);
                Integer repair = rtx.get(type);
                codecs.add(
                        new Codec(
                                format,
                                type,
                                repair == null ? OptionalInt.empty() : OptionalInt.of(repair),
                                Codec.parameters(parameters.getOrDefault(number, "")),
                                both(forAll, feedback.getOrDefault(number, Set.of()))));
            }
        }
        return codecs;
    }

    private static String codecName(@Nullable String map) {
        return map == null ? "" : map.split("/", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** RFC 4588 section 8.1: by apt. */
    private static Map<Integer, Integer> retransmissions(
            Sdp.Media media, Map<String, String> maps, Map<String, String> parameters)
            throws SdpException {
        Map<Integer, Integer> rtx = new HashMap<>();
        for (String number : media.formats()) {
            String apt =
                    Codec.parameters(parameters.getOrDefault(number, "")).getOrDefault("apt", "");
            if (codecName(maps.get(number)).equals("rtx") && !apt.isEmpty()) {
                rtx.putIfAbsent(payloadType(apt), payloadType(number));
            }
        }
        return rtx;
    }

    private static int payloadType(String text) throws SdpException {
        return Numbers.within(text, 0, 127, "payload type");
    }

    /** By payload type, and those for all under an asterisk; each line is read once. */
    private static Map<String, Set<Feedback>> feedback(Sdp.Media media) {
        Map<String, Set<Feedback>> feedback = new HashMap<>();
        media.all("rtcp-fb")
                .map(value -> value.split(" ", 2))
                .filter(words -> words.length == 2)
                .forEach(words ->
                        Feedback.of(words[1].strip())
                                .ifPresent(known ->
                                        feedback.computeIfAbsent(
                                                        words[0],
                                                        number -> EnumSet.noneOf(Feedback.class))
                                                .add(known)));
        return feedback;
    }

    private static Set<Feedback> both(Set<Feedback> some, Set<Feedback> others) {
        Set<Feedback> all = EnumSet.noneOf(Feedback.class);
        all.addAll(some);
        all.addAll(others);
        return all;
    }

    private static Map<String, String> byFirstWord(Sdp.Media media, String name) {
        Map<String, String> map = new LinkedHashMap<>();
        media.all(name)
                .map(value -> value.split(" ", 2))
                .filter(words -> words.length == 2)
                .forEach(words -> map.putIfAbsent(words[0], words[1]));
        return map;
    }

    /** Ids beyond 14 need two-byte headers, which nobody needs here. RFC 8285 section 4.2. */
    private static Map<Extension, Integer> extensions(Sdp.Media media, Sdp.Session session)
            throws SdpException {
        Map<Extension, Integer> extensions = new EnumMap<>(Extension.class);
        for (Sdp.Section section : List.of(media, session)) {
            for (String value : section.all("extmap").toList()) {
                String[] words = value.split(" +");
                Extension extension = words.length < 2 ? null : Extension.of(words[1]).orElse(null);
                if (extension != null) {
                    String number = words[0].split("/", 2)[0];
                    int id = Numbers.within(number, 1, 65535, "header extension id");
                    if (id <= EXTENSION_AT_MOST) {
                        extensions.putIfAbsent(extension, id);
                    }
                }
            }
        }
        return extensions;
    }

    /** RFC 5576: {@code a=ssrc} lines, paired with their RTX by {@code a=ssrc-group:FID}. */
    private static List<MediaLine.Stream> streams(Sdp.Media media) throws SdpException {
        Map<Integer, Integer> repairs = new LinkedHashMap<>();
        for (String value : media.all("ssrc-group").toList()) {
            String[] words = value.split(" +");
            if (words.length == 3 && words[0].equals("FID")) {
                repairs.putIfAbsent(Numbers.ssrc(words[1]), Numbers.ssrc(words[2]));
            }
        }
        Set<Integer> repairing = new HashSet<>(repairs.values());
        Set<Integer> primaries = new LinkedHashSet<>(repairs.keySet());
        for (String value : media.all("ssrc").toList()) {
            int ssrc = Numbers.ssrc(value.split(" ", 2)[0]);
            if (!repairing.contains(ssrc)) {
                primaries.add(ssrc);
            }
        }
        List<MediaLine.Stream> streams = new ArrayList<>();
        for (int ssrc : primaries) {
            Integer repair = repairs.get(ssrc);
            streams.add(
                    new MediaLine.Stream(
                            ssrc, repair == null ? OptionalInt.empty() : OptionalInt.of(repair)));
        }
        if (streams.size() > STREAMS_AT_MOST) {
            throw new SdpException("a line names too many sources");
        }
        return streams;
    }

    /** RFC 8853: layers that the writer would send. */
    private static List<String> rids(Sdp.Media media) {
        return media.all("rid")
                .map(value -> value.split(" +"))
                .filter(words -> words.length >= 2 && words[1].equals("send"))
                .map(words -> words[0])
                .filter(rid -> TOKEN.matcher(rid).matches())
                .distinct()
                .limit(STREAMS_AT_MOST)
                .toList();
    }
}

package io.rostrum.media.sdp;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One codec of a line, under the payload types that both sides use.
 *
 * @param rtx payload type of its retransmissions, if agreed on
 * @param parameters of {@code a=fmtp}, names in lower case
 */
public record Codec(
        Format format,
        int payloadType,
        OptionalInt rtx,
        Map<String, String> parameters,
        Set<Feedback> feedback) {
    private static final String PROFILE = "profile-level-id";

    public Codec {
        parameters = Map.copyOf(parameters);
        feedback = Set.copyOf(feedback);
    }

    /** Of Opus: whether whoever wrote this wants, or sends, two channels. RFC 7587 section 7. */
    public boolean isStereo() {
        return "1".equals(parameters.get("stereo")) || "1".equals(parameters.get("sprop-stereo"));
    }

    /** Of H.264: several NAL units in a packet, and one in several. RFC 6184 section 6.3. */
    boolean isInterleavable() {
        return "1".equals(parameters.get("packetization-mode"));
    }

    /** Of H.264: profile_idc 66 with constraint_set1. RFC 6184 section 8.1, table 5. */
    boolean isConstrainedBaseline() {
        String profile = parameters.getOrDefault(PROFILE, "420010").toLowerCase(Locale.ROOT);
        return profile.matches("42[c-f4-7][0-9a-f]{3}");
    }

    Codec without(boolean noRtx, Set<Feedback> wanted) {
        Set<Feedback> both = EnumSet.noneOf(Feedback.class);
        both.addAll(feedback);
        both.retainAll(wanted);
        return new Codec(format, payloadType, noRtx ? OptionalInt.empty() : rtx, parameters, both);
    }

    Codec with(Map<String, String> newParameters) {
        return new Codec(format, payloadType, rtx, newParameters, feedback);
    }

    /** {@code name=value} pairs with semicolons between. */
    static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : text.split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(
                        pair.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        pair.substring(equals + 1).strip());
            }
        }
        return parameters;
    }

    static @Nullable Codec first(List<Codec> codecs, Format format) {
        return codecs.stream().filter(c -> c.format() == format).findFirst().orElse(null);
    }
}

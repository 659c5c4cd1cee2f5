package io.rostrum.media.sdp;

import io.rostrum.media.dtls.DtlsRole;
import io.rostrum.media.ice.IceCredentials;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Writes the offer of our own client, as {@code docs/protocol.md} has it, and reads the answer. */
public final class Offerer {
    private static final Map<Extension, Integer> AUDIO_EXTENSIONS =
            Map.of(
                    Extension.AUDIO_LEVEL, 1,
                    Extension.ABS_SEND_TIME, 2,
                    Extension.TRANSPORT_CC, 3,
                    Extension.MID, 4);
    private static final Map<Extension, Integer> VIDEO_EXTENSIONS =
            Map.of(
                    Extension.ABS_SEND_TIME, 2,
                    Extension.TRANSPORT_CC, 3,
                    Extension.MID, 4,
                    Extension.RID, 10,
                    Extension.REPAIRED_RID, 11);

    private static final Codec OPUS =
            new Codec(
                    Format.OPUS,
                    111,
                    OptionalInt.empty(),
                    Map.of("minptime", "10", "useinbandfec", "1", "stereo", "1"),
                    EnumSet.of(Feedback.TRANSPORT_CC));
    private static final Codec H264 =
            new Codec(
                    Format.H264,
                    96,
                    OptionalInt.of(97),
                    Map.of(
                            "level-asymmetry-allowed", "1",
                            "packetization-mode", "1",
                            "profile-level-id", "42e01f"),
                    EnumSet.allOf(Feedback.class));
    private static final Codec VP8 =
            new Codec(Format.VP8, 98, OptionalInt.of(99), Map.of(), EnumSet.allOf(Feedback.class));

    private final LocalEnd end;
    private final List<MediaLine> lines = new ArrayList<>();
    private final String offer;

    /**
     * A participant's offer: audio sendrecv, video sendonly, video recvonly.
     *
     * @param up the codecs that we can send, best first
     * @param down the codecs that we can decode, best first
     */
    public Offerer(LocalEnd end, List<Format> up, List<Format> down, IntSupplier newSsrc) {
        this.end = end;
        int voice = newSsrc.getAsInt();
        MediaLine.Stream sound = new MediaLine.Stream(voice, OptionalInt.empty());
        lines.add(line(Direction.SENDRECV, List.of(OPUS), AUDIO_EXTENSIONS, sound));
        if (!up.isEmpty()) {
            int ssrc = newSsrc.getAsInt();
            MediaLine.Stream picture =
                    new MediaLine.Stream(ssrc, OptionalInt.of(newSsrc.getAsInt()));
            lines.add(line(Direction.SENDONLY, codecs(up), VIDEO_EXTENSIONS, picture));
        }
        if (!down.isEmpty()) {
            lines.add(line(Direction.RECVONLY, codecs(down), VIDEO_EXTENSIONS, null));
        }
        offer = write(Integer.toUnsignedString(newSsrc.getAsInt()));
    }

    private static List<Codec> codecs(List<Format> formats) {
        return formats.stream().map(format -> format == Format.H264 ? H264 : VP8).toList();
    }

    private MediaLine line(
            Direction direction,
            List<Codec> codecs,
            Map<Extension, Integer> extensions,
            MediaLine.@Nullable Stream outgoing) {
        return new MediaLine(
                Integer.toString(lines.size()),
                codecs.getFirst().format().kind(),
                direction,
                codecs,
                extensions,
                List.of(),
                outgoing,
                List.of());
    }

    private String write(String id) {
        List<String> mids = lines.stream().map(MediaLine::mid).toList();
        List<Sdp.Media> media = new ArrayList<>();
        for (MediaLine line : lines) {
            media.add(LineWriter.write(line, "UDP/TLS/RTP/SAVPF", end, "actpass", true));
        }
        Sdp.Attribute bundle = new Sdp.Attribute("group", "BUNDLE " + String.join(" ", mids));
        return new Sdp.Session(List.of(bundle), media).write(id);
    }

    public String offer() {
        return offer;
    }

    /**
     * Reads the answer to {@link #offer()}.
     *
     * @throws SdpException when it is none
     */
    public Accepted accept(String answer) throws SdpException {
        Description description = Description.read(answer);
        if (description.lines().size() != lines.size() || description.candidates().isEmpty()) {
            throw new SdpException("the answer has other lines, or no address");
        }
        MediaLine audio = null;
        MediaLine up = null;
        MediaLine down = null;
        for (int i = 0; i < lines.size(); i++) {
            MediaLine agreed = agree(lines.get(i), description.lines().get(i));
            if (lines.get(i).kind() == Kind.AUDIO) {
                audio = agreed;
            } else if (lines.get(i).direction().sends()) {
                up = agreed;
            } else {
                down = agreed;
            }
        }
        return new Accepted(
                credentials(description),
                description.fingerprint(),
                description.setup().equals("active") ? DtlsRole.SERVER : DtlsRole.CLIENT,
                description.candidates(),
                audio,
                up,
                down);
    }

    private static IceCredentials credentials(Description answer) throws SdpException {
        try {
            return new IceCredentials(answer.ufrag(), answer.password());
        } catch (IllegalArgumentException e) {
            throw new SdpException(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable MediaLine agree(MediaLine ours, Line theirs) throws SdpException {
        if (theirs.isRejected()) {
            return null;
        }
        if (!theirs.mid().equals(ours.mid()) || theirs.codecs().isEmpty()) {
            throw new SdpException("a line of the answer does not fit its offer");
        }
        return new MediaLine(
                ours.mid(),
                ours.kind(),
                theirs.direction().reversed(),
                theirs.codecs(),
                theirs.extensions(),
                theirs.streams(),
                theirs.direction().receives() ? ours.outgoing() : null,
                List.of());
    }
}

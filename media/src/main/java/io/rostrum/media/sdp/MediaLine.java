package io.rostrum.media.sdp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One line as it was agreed on, seen from whoever holds this record.
 *
 * @param mid names it in the signalling and in the header extension
 * @param direction which way we send and receive
 * @param codecs what may be sent and received, best first; the up line has exactly one
 * @param extensions ids of the header extensions agreed on
 * @param incoming sources that the peer named; may be empty: then bind by MID or payload type
 * @param outgoing our own source, or null when we send nothing
 * @param rids layers that the peer would send; not asked for yet
 */
public record MediaLine(
        String mid,
        Kind kind,
        Direction direction,
        List<Codec> codecs,
        Map<Extension, Integer> extensions,
        List<Stream> incoming,
        @Nullable Stream outgoing,
        List<String> rids) {
    /**
     * A source and the source of its retransmissions.
     *
     * @param ssrc 32 bits as they are
     */
    public record Stream(int ssrc, OptionalInt rtx) {}

    public MediaLine {
        codecs = List.copyOf(codecs);
        extensions = Map.copyOf(extensions);
        incoming = List.copyOf(incoming);
        rids = List.copyOf(rids);
    }

    public Optional<Codec> codec(Format format) {
        return Optional.ofNullable(Codec.first(codecs, format));
    }

    /** Of a payload type, its own or that of its RTX. */
    public Optional<Codec> codecOf(int payloadType) {
        return codecs.stream()
                .filter(codec ->
                        codec.payloadType() == payloadType
                                || codec.rtx().equals(OptionalInt.of(payloadType)))
                .findFirst();
    }

    /** Id in the header, 1 to 14; 0 when it was not agreed on. */
    public int extension(Extension extension) {
        return extensions.getOrDefault(extension, 0);
    }
}

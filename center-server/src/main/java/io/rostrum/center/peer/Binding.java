package io.rostrum.center.peer;

import io.rostrum.media.buffer.Buffer;
import io.rostrum.media.packet.Extension;
import io.rostrum.media.packet.ExtensionIds;
import io.rostrum.media.packet.Rtp;
import io.rostrum.media.sdp.Codec;
import io.rostrum.media.sdp.MediaLine;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stream of a packet: by the SSRC that the offer named, else by MID, else by payload type
 * (RFC 9143 section 9.2); one of several encodings by its RID (RFC 8852 section 3).
 */
final class Binding {
    /** More sources than lines have: a sender may change his SSRC now and then. */
    private static final int MOST = 16;

    private final @Nullable MediaLine audio;
    private final @Nullable MediaLine up;
    private final ExtensionIds ids;
    private final @Nullable VoiceUp voice;
    private final @Nullable PictureUp picture;
    private int[] ssrcs = {};
    private Inbound[] targets = {};

    Binding(
            @Nullable MediaLine audio,
            @Nullable MediaLine up,
            ExtensionIds ids,
            @Nullable VoiceUp voice,
            @Nullable PictureUp picture) {
        this.audio = audio;
        this.up = up;
        this.ids = ids;
        this.voice = voice;
        this.picture = picture;
        bindNamed();
    }

    private void bindNamed() {
        if (audio != null && voice != null && !audio.incoming().isEmpty()) {
            int ssrc = audio.incoming().getFirst().ssrc();
            add(ssrc, voice.bind(ssrc));
        }
        // several encodings are told apart by nothing but their RID
        boolean alone = picture != null && picture.encodings().size() == 1;
        if (up != null && picture != null && alone && !up.incoming().isEmpty()) {
            MediaLine.Stream stream = up.incoming().getFirst();
            Encoding only = picture.encodings().getFirst();
            add(stream.ssrc(), only.bind(stream.ssrc()));
            stream.rtx().ifPresent(rtx -> add(rtx, only.repair()));
        }
    }

    /** Where a valid packet belongs, or null when it belongs nowhere. */
    @Nullable Inbound find(Buffer packet) {
        int ssrc = Rtp.ssrc(packet);
        for (int i = 0; i < ssrcs.length; i++) {
            if (ssrcs[i] == ssrc) {
                return targets[i];
            }
        }
        return ssrcs.length < MOST ? bind(ssrc, packet) : null;
    }

    private @Nullable Inbound bind(int ssrc, Buffer packet) {
        String mid = Extension.text(packet, ids.mid());
        int type = Rtp.payloadType(packet);
        Inbound target = null;
        if (voice != null && isOf(audio, mid, type)) {
            target = voice.bind(ssrc);
        } else if (picture != null && isOf(up, mid, type)) {
            target = bindPicture(picture, ssrc, packet, isRepair(type));
        }
        if (target != null) {
            add(ssrc, target);
        }
        return target;
    }

    private @Nullable Inbound bindPicture(PictureUp of, int ssrc, Buffer packet, boolean repairs) {
        int id = repairs && ids.repairedRid() != 0 ? ids.repairedRid() : ids.rid();
        Encoding encoding = of.encoding(Extension.text(packet, id));
        if (encoding == null) {
            return null;
        }
        return repairs ? encoding.repair() : encoding.bind(ssrc);
    }

    private static boolean isOf(@Nullable MediaLine line, @Nullable String mid, int type) {
        return line != null
                && (mid == null || mid.equals(line.mid()))
                && line.codecOf(type).isPresent();
    }

    private boolean isRepair(int type) {
        Optional<Codec> codec = up == null ? Optional.empty() : up.codecOf(type);
        return codec.isPresent() && codec.get().payloadType() != type;
    }

    private void add(int ssrc, Inbound target) {
        ssrcs = Arrays.copyOf(ssrcs, ssrcs.length + 1);
        targets = Arrays.copyOf(targets, targets.length + 1);
        ssrcs[ssrcs.length - 1] = ssrc;
        targets[targets.length - 1] = target;
    }
}

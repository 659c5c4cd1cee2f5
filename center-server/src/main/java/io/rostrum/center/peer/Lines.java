package io.rostrum.center.peer;

import io.rostrum.media.rtp.ReceiveStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The up to four lines of one participant; those that were not agreed on are null. */
record Lines(
        @Nullable VoiceUp voiceUp,
        @Nullable VoiceDown voiceDown,
        @Nullable PictureUp pictureUp,
        @Nullable PictureDown pictureDown) {
    @Nullable ReceiveStream voiceStream() {
        return voiceUp == null ? null : voiceUp.stream();
    }

    /** The streams of his encodings that are known. */
    List<ReceiveStream> pictureStreams() {
        return pictureUp == null
                ? List.of()
                : pictureUp.encodings().stream()
                        .map(Encoding::stream)
                        .filter(Objects::nonNull)
                        .toList();
    }
}
